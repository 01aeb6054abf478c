package dev.emovox.audio.features;

import dev.emovox.domain.FeatureSettings;

/** The tables that every clip's features share. Immutable and safe for use by several threads. */
public final class SpectralFeatures {
  private final SpectrumShape shape;
  private final MelFilterBank melFilters;
  private final CosineTransform cosine;
  private final ChromaFilterBanks chromaFilters;
  private final ContrastBands contrastBands;

  /**
   * Tables for given settings.
   *
   * @throws dev.emovox.domain.InvalidInputException if the settings contradict each other
   */
  public SpectralFeatures(FeatureSettings settings) {
    SettingsCheck.check(settings);
    int length = (int) Math.round(settings.seconds() * settings.sampleRate());
    shape =
        new SpectrumShape(settings.sampleRate(), length, settings.fftSize(), settings.hopLength());
    melFilters = new MelFilterBank(shape, settings.melBands());
    cosine = new CosineTransform(settings.melBands(), settings.mfccCount());
    chromaFilters = new ChromaFilterBanks(shape, settings.chromaBins());
    contrastBands = new ContrastBands(shape, settings.contrastBands());
  }

  /** Sizes of the spectrogram. */
  public SpectrumShape shape() {
    return shape;
  }

  /** A new set of buffers, for one thread at a time. */
  public Analysis newAnalysis() {
    return new Analysis();
  }

  /** One thread's buffers. The means are those of the signal analysed last. */
  public final class Analysis {
    private final PowerSpectrogram spectrogram = new PowerSpectrogram(shape);
    private final CepstrumMean cepstrum = new CepstrumMean(shape, melFilters, cosine);
    private final ContrastMean contrast = new ContrastMean(shape, contrastBands);
    private final ChromaMean chroma = new ChromaMean(shape, chromaFilters);
    private float[][] power;

    private Analysis() {}

    /**
     * Analyses a signal.
     *
     * @param signal at most the shape's number of samples; zeros follow if there are fewer
     * @param gain factor on each sample
     */
    public void analyse(float[] signal, double gain) {
      power = spectrogram.of(signal, gain);
      cepstrum.clear();
      contrast.clear();
      for (int frame = 0; frame < power.length; frame++) {
        cepstrum.add(frame, power[frame]);
        contrast.add(frame, power[frame]);
      }
    }

    /** Mean cepstral coefficients. */
    public float[] cepstrum() {
      return cepstrum.means();
    }

    /** Mean chroma from C. */
    public float[] chroma() {
      return chroma.of(power);
    }

    /** Mean spectral contrast in decibels, from the lowest band. */
    public float[] contrast() {
      return contrast.means();
    }
  }
}
