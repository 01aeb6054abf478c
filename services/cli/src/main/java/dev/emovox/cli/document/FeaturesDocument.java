package dev.emovox.cli.document;

import dev.emovox.audio.AcousticFeatures;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.cli.prediction.FileOutcome;
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
   */
  record Extracted(String path, int sampleRate, double seconds, Vectors features)
      implements FeaturesDocument {}

  /** Means over time, not scaled. */
  record Vectors(List<Double> mfcc, List<Double> chroma, List<Double> spectralContrast) {}

  /** A file without features. */
  record Refused(String path, FileOutcome.Reason error) implements FeaturesDocument {}

  /** The document of extracted features. */
  static FeaturesDocument of(String path, DecodedAudio audio, AcousticFeatures features) {
    return new Extracted(
        path,
        audio.format().sampleRate(),
        audio.clip().seconds(),
        new Vectors(
            list(features.mfcc()), list(features.chroma()), list(features.spectralContrast())));
  }

  /** Each number as short as its single precision allows. */
  private static List<Double> list(float[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> Double.valueOf(Float.toString(values[i])))
        .toList();
  }
}
