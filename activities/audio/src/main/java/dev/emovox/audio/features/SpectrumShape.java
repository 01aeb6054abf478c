package dev.emovox.audio.features;

import dev.emovox.audio.fourier.FrameTransforms;

/**
 * The sizes that a spectrogram has.
 *
 * @param sampleRate hertz
 * @param signalLength samples of the signal
 * @param fftSize samples of a frame, even
 * @param hopLength samples from frame to frame, less than a frame
 */
public record SpectrumShape(int sampleRate, int signalLength, int fftSize, int hopLength) {

  /** Number of frames: one centred on each multiple of the hop within the signal. */
  public int frames() {
    return 1 + signalLength / hopLength;
  }

  /** Number of frames that are computed at once. */
  int framesOfBlock() {
    return Math.min(FrameTransforms.LANES, frames());
  }

  /** Number of frequency bins, from zero to the Nyquist frequency. */
  public int bins() {
    return fftSize / 2 + 1;
  }

  /** The frequency of a bin in hertz. */
  public double frequency(int bin) {
    return bin * (double) sampleRate / fftSize;
  }
}
