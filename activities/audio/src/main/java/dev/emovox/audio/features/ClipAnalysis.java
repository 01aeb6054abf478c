package dev.emovox.audio.features;

import dev.emovox.audio.features.FundamentalFrequency.Pitch;
import dev.emovox.audio.features.VoicePeriods.Regularity;
import dev.emovox.domain.Descriptor;
import dev.emovox.domain.FeaturePooling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One thread's buffers. The tracks are those of the signal analysed last, valid until the next. */
public final class ClipAnalysis {
  private final SpectralFeatures tables;
  private final FeaturePooling pooling;
  private final PowerSpectrogram spectrogram;
  private final Cepstrum cepstrum;
  private final SpectralContrast contrast;
  private final Chroma chroma;
  private final FrameEnergy energy;
  private final VoicePeriods periods;
  private final OnsetRate onsets;
  private FundamentalFrequency pitchOrNull;
  private int length;

  ClipAnalysis(SpectralFeatures tables, FeaturePooling pooling) {
    SpectrumShape shape = tables.shape();
    this.tables = tables;
    this.pooling = pooling;
    spectrogram = new PowerSpectrogram(shape);
    cepstrum = tables.newCepstrum();
    contrast = tables.newContrast();
    chroma = tables.newChroma();
    energy = new FrameEnergy(shape);
    periods = new VoicePeriods(shape);
    onsets = new OnsetRate(shape.sampleRate());
  }

  /**
   * Analyses a signal.
   *
   * @param signal at most the shape's number of samples; zeros follow if there are fewer
   * @param gain factor on each sample
   */
  public void analyse(float[] signal, double gain) {
    length = signal.length;
    spectrogram.set(signal, gain);
  }

  /** MFCC, chroma and contrast by frame, then their derivatives. */
  public List<Track> spectral() {
    List<Track> plain =
        List.of(
            new Track("mfcc", coefficients()),
            new Track("chroma", chroma.of(spectrogram)),
            new Track("spectral_contrast", contrast.of(spectrogram)));
    List<Track> tracks = new ArrayList<>(plain);
    for (Derivative derivative : Derivative.upTo(pooling.deltas())) {
      plain.forEach(track -> tracks.add(derivative.of(track)));
    }
    return tracks;
  }

  /** By frame; a single value, the mean, where nothing else is asked for. */
  private double[][] coefficients() {
    boolean meansOnly = pooling.equals(FeaturePooling.MEANS);
    return meansOnly ? cepstrum.meansOf(spectrogram) : cepstrum.of(spectrogram);
  }

  /** What else the settings ask for: tracks of one row, whose length need not be that of others. */
  public List<Track> described() {
    if (pooling.descriptors().isEmpty()) {
      return List.of();
    }
    float[] signal = spectrogram.signal();
    Voice voice = voice(signal);
    return pooling.descriptors().stream()
        .flatMap(descriptor -> tracks(descriptor, signal, voice).stream())
        .toList();
  }

  private record Voice(Pitch pitch, Regularity regularity) {}

  private Voice voice(float[] signal) {
    List<Descriptor> wanted = pooling.descriptors();
    boolean regularity = wanted.contains(Descriptor.JITTER) || wanted.contains(Descriptor.SHIMMER);
    if (!regularity && !wanted.contains(Descriptor.FUNDAMENTAL_FREQUENCY)) {
      return null;
    }
    if (pitchOrNull == null) {
      pitchOrNull = new FundamentalFrequency(tables.shape());
    }
    Pitch pitch = pitchOrNull.of(signal);
    return new Voice(pitch, regularity ? periods.of(signal, pitch) : null);
  }

  private List<Track> tracks(Descriptor descriptor, float[] signal, Voice voice) {
    return switch (descriptor) {
      case ZERO_CROSSING_RATE ->
          List.of(row(FeatureNames.ZERO_CROSSING_RATE, energy.zeroCrossingRate(signal)));
      case ENERGY -> List.of(row(FeatureNames.ENERGY, energy.energy(signal)));
      case FUNDAMENTAL_FREQUENCY -> pitched(voice.pitch());
      case JITTER -> List.of(row(FeatureNames.JITTER, voice.regularity().jitter()));
      case SHIMMER -> List.of(row(FeatureNames.SHIMMER, voice.regularity().shimmer()));
      case ONSET_RATE -> List.of(row(FeatureNames.ONSET_RATE, onsets.of(signal, length)));
    };
  }

  private static List<Track> pitched(Pitch pitch) {
    double[] hertz =
        IntStream.range(0, pitch.hertz().length)
            .filter(frame -> pitch.voiced()[frame])
            .mapToDouble(frame -> pitch.hertz()[frame])
            .toArray();
    return List.of(
        row(FeatureNames.FUNDAMENTAL_FREQUENCY, hertz),
        row(FeatureNames.VOICED_SHARE, hertz.length / (double) pitch.hertz().length));
  }

  private static Track row(String name, double... values) {
    return new Track(name, new double[][] {values});
  }
}
