package dev.emovox.adapters.epochs;

import dev.emovox.wav2vec2.engine.ComputeDevice;

/**
 * What of a machine decides the last bits of its numbers. A sum is cut into as many parts as there
 * are threads, and a card adds in another order than a processor; so an epoch is the same bytes
 * only where these are the same.
 *
 * @param device kind of the device
 * @param threads on a processor; 0 on a card, where they have no part
 */
record Machine(ComputeDevice.Kind device, int threads) {

  static Machine of(TrainingSettings settings) {
    ComputeDevice.Kind kind = settings.device().kind();
    return new Machine(kind, kind == ComputeDevice.Kind.CPU ? settings.threads() : 0);
  }
}
