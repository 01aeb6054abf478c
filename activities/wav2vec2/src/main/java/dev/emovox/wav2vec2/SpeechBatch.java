package dev.emovox.wav2vec2;

import java.util.List;

/**
 * Clips that are learnt from in one forward and backward pass.
 *
 * @param waveforms mono, at the checkpoint's sampling rate, as they were recorded; not copied, and
 *     not to be changed
 * @param classes the class of each, from 0
 */
public record SpeechBatch(List<float[]> waveforms, List<Integer> classes) {
  public SpeechBatch {
    waveforms = List.copyOf(waveforms);
    classes = List.copyOf(classes);
    if (waveforms.isEmpty() || waveforms.size() != classes.size()) {
      throw new IllegalArgumentException(
          "%d waveforms with %d classes".formatted(waveforms.size(), classes.size()));
    }
  }

  /** How many clips there are. */
  public int size() {
    return waveforms.size();
  }
}
