package dev.emovox.audio.features;

import dev.emovox.domain.FeatureSettings;

/** The tables that every clip's features share. Immutable and safe for use by several threads. */
public final class SpectralFeatures {
  private final SpectrumShape shape;
  private final BinWeights melFilters;
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
    melFilters = MelFilterBank.of(shape, settings.melBands());
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

  /** One thread's buffers. */
  public final class Analysis {
    private final PowerSpectrogram spectrogram = new PowerSpectrogram(shape);
    private final Cepstrum cepstrum = new Cepstrum(shape, melFilters, cosine);
    private final SpectralContrast contrast = new SpectralContrast(shape, contrastBands);
    private final Chroma chroma = new Chroma(shape, chromaFilters);

    private Analysis() {}

    /**
     * Analyses a signal.
     *
     * @param signal at most the shape's number of samples; zeros follow if there are fewer
     * @param gain factor on each sample
     */
    public void analyse(float[] signal, double gain) {
      spectrogram.set(signal, gain);
    }

    /** Cepstral coefficients: a row each with a value a frame, valid until the next signal. */
    public double[][] cepstrum() {
      return cepstrum.of(spectrogram);
    }

    /** Chroma from C: a row a pitch class, valid until the next signal. */
    public double[][] chroma() {
      return chroma.of(spectrogram);
    }

    /** Spectral contrast in decibels: a row a band from the lowest, valid until the next signal. */
    public double[][] contrast() {
      return contrast.of(spectrogram);
    }
  }
}
