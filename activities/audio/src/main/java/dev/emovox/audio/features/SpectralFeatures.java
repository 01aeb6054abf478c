package dev.emovox.audio.features;

import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;

/** The tables that every clip's features share. Immutable and safe for use by several threads. */
public final class SpectralFeatures {
  private final SpectrumShape shape;
  private final FeaturePooling pooling;
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
    pooling = settings.pooled();
    int length = (int) Math.round(settings.seconds() * settings.sampleRate());
    shape =
        new SpectrumShape(settings.sampleRate(), length, settings.fftSize(), settings.hopLength());
    SettingsCheck.check(pooling, shape);
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
  public ClipAnalysis newAnalysis() {
    return new ClipAnalysis(this, pooling);
  }

  Cepstrum newCepstrum() {
    return new Cepstrum(shape, melFilters, cosine);
  }

  SpectralContrast newContrast() {
    return new SpectralContrast(shape, contrastBands);
  }

  Chroma newChroma() {
    return new Chroma(shape, chromaFilters);
  }
}
