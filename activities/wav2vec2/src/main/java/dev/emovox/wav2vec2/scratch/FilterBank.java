package dev.emovox.wav2vec2.scratch;

/**
 * Band-pass filters for a first convolution: the network begins to learn from something like a
 * spectrum instead of noise, and may change every number of it (Zeghidour et al., 2018, "Learning
 * filterbanks from raw speech"). Bands lie evenly on the mel scale (O'Shaughnessy, 1987); each has
 * four channels, a quarter of a period apart, whose rectified sum follows the band's amplitude
 * whatever the phase. A filter is a sinusoid under a Hann window, in the middle of the kernel, that
 * passes a sinusoid of its own frequency with an amplitude that grows with the frequency, against
 * the slope of speech's long-term spectrum.
 *
 * @param channels of the convolution
 * @param width of its kernel in samples
 * @param stride in samples; no window is shorter, so that no sample goes unseen
 * @param samplingRate in hertz
 */
record FilterBank(int channels, int width, int stride, int samplingRate) {
  private static final int PHASES = 4;
  private static final double LOWEST_HERTZ = 60;
  private static final double HIGHEST_SHARE = 0.95;
  private static final double PERIODS = 8;
  private static final double SLOPE_HERTZ = 500;

  /**
   * Weights of the size that other convolutions' have, so that AdamW, whose steps are of one size,
   * does not rub the filters out.
   */
  private static final double GAIN = 0.6;

  /** Biases are drawn within ±1: against them a frame 30 dB below the loudest is silence. */
  static final double LARGEST_BIAS = 1;

  /** All weights, (channels, 1, width). */
  float[] weights() {
    float[] weights = new float[channels * width];
    int bands = (channels + PHASES - 1) / PHASES;
    for (int channel = 0; channel < channels; channel++) {
      double phase = 2 * Math.PI * (channel % PHASES) / PHASES;
      fill(weights, channel * width, frequency(channel / PHASES, bands), phase);
    }
    return weights;
  }

  /** The centre of a band in hertz. */
  private double frequency(int band, int bands) {
    double low = mel(LOWEST_HERTZ);
    double high = mel(HIGHEST_SHARE * samplingRate / 2);
    double place = bands == 1 ? 0.5 : (double) band / (bands - 1);
    return 700 * Math.expm1((low + place * (high - low)) / 1127);
  }

  private static double mel(double hertz) {
    return 1127 * Math.log1p(hertz / 700);
  }

  private void fill(float[] weights, int from, double frequency, double phase) {
    double wanted = Math.max(1.25 * stride, PERIODS * samplingRate / frequency);
    double window = Math.min(width, wanted);
    double middle = (width - 1) / 2.0;
    double gain = GAIN * (0.2 + frequency / (frequency + SLOPE_HERTZ));
    for (int i = 0; i < width; i++) {
      double time = i - middle;
      double hann =
          Math.abs(time) > window / 2 ? 0 : 0.5 + 0.5 * Math.cos(2 * Math.PI * time / window);
      double wave = Math.cos(2 * Math.PI * frequency * time / samplingRate + phase);
      weights[from + i] = (float) (gain * hann * wave);
    }
  }
}
