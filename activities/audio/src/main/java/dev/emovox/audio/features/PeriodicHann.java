package dev.emovox.audio.features;

import be.tarsos.dsp.util.fft.WindowFunction;

/**
 * The Hann window whose period is its length, as spectral analysis wants it. TarsosDSP's own {@code
 * HannWindow} is the symmetric one, whose period is one sample less.
 */
final class PeriodicHann extends WindowFunction {

  @Override
  protected float value(int length, int index) {
    return (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * index / length));
  }
}
