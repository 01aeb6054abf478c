package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.audio.AcousticFeatures;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param features of the clip itself, not scaled: {@code mfcc}, {@code chroma} and {@code
   *     spectral_contrast} are means over time, other names tell the statistic
   * @param versions of every version of the clip, if the feature set strings several together
   */
  record Extracted(
      String path,
      int sampleRate,
      double seconds,
      Map<String, List<Double>> features,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Version> versions)
      implements FeaturesDocument {}

  /**
   * A changed copy of the clip.
   *
   * @param version what was done
   */
  record Version(ClipVersion version, Map<String, List<Double>> features) {}

  /** A file without features. */
  record Refused(String path, FileOutcome.Reason error) implements FeaturesDocument {}

  /**
   * The document of extracted features.
   *
   * @param features as {@code settings} has them extracted
   */
  static FeaturesDocument of(
      String path, DecodedAudio audio, FeatureSettings settings, List<AcousticFeatures> features) {
    List<Map<String, List<Double>>> vectors =
        features.stream().map(FeaturesDocument::vectors).toList();
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

  private static Map<String, List<Double>> vectors(AcousticFeatures features) {
    Map<String, List<Double>> vectors = new LinkedHashMap<>();
    features.groups().forEach(group -> vectors.put(group.name(), list(group.values())));
    return vectors;
  }

  /** Each number as short as its single precision allows. */
  private static List<Double> list(float[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> Double.valueOf(Float.toString(values[i])))
        .toList();
  }
}
