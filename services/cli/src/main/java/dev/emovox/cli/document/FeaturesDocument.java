package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.audio.AcousticFeatures;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import java.util.List;
import java.util.stream.IntStream;

/** The features of one file, or why it has none; in JSON told apart by the key {@code error}. */
public sealed interface FeaturesDocument {

  /** The file as it was named. */
  String path();

  /**
   * Features.
   *
   * @param sampleRate of the file, hertz
   * @param seconds of the file
   * @param features of the clip itself
   * @param versions of every version of the clip, if the feature set strings several together
   */
  record Extracted(
      String path,
      int sampleRate,
      double seconds,
      Vectors features,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Version> versions)
      implements FeaturesDocument {}

  /**
   * A changed copy of the clip.
   *
   * @param version what was done
   */
  record Version(ClipVersion version, Vectors features) {}

  /** Means over time, not scaled. */
  record Vectors(List<Double> mfcc, List<Double> chroma, List<Double> spectralContrast) {}

  /** A file without features. */
  record Refused(String path, FileOutcome.Reason error) implements FeaturesDocument {}

  /**
   * The document of extracted features.
   *
   * @param features as {@code settings} has them extracted
   */
  static FeaturesDocument of(
      String path, DecodedAudio audio, FeatureSettings settings, List<AcousticFeatures> features) {
    List<Vectors> vectors = features.stream().map(FeaturesDocument::vectors).toList();
    List<ClipVersion> versions = settings.concatenatedVersions();
    return new Extracted(
        path,
        audio.format().sampleRate(),
        audio.clip().seconds(),
        vectors.get(Math.max(0, versions.indexOf(new ClipVersion.Original()))),
        IntStream.range(0, versions.size())
            .mapToObj(i -> new Version(versions.get(i), vectors.get(i)))
            .toList());
  }

  private static Vectors vectors(AcousticFeatures features) {
    return new Vectors(
        list(features.mfcc()), list(features.chroma()), list(features.spectralContrast()));
  }

  /** Each number as short as its single precision allows. */
  private static List<Double> list(float[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> Double.valueOf(Float.toString(values[i])))
        .toList();
  }
}
