package dev.emovox.cli.benchmark.features;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.benchmark.MeasuredSide;
import dev.emovox.wav2vec2.benchmark.Work;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Our side of {@link FeatureBenchmark}: the extractor that feature shards and serving use. */
public final class MeasuredFeatures {
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
  private final Map<String, FeatureExtractor> extractors = new HashMap<>();
  private final List<Path> files;
  private final List<AudioClip> clips;
  private final ExecutorService threads;
  private final int parts;

  private MeasuredFeatures(FeatureFolder folder, int parts) {
    files = folder.files();
    clips = folder.clips();
    threads = Executors.newFixedThreadPool(parts);
    this.parts = parts;
    FeatureSettings.named().forEach(set -> extractors.put(set.set(), new FeatureExtractor(set)));
  }

  /** Arguments: folder, threads. */
  public static void main(String[] arguments) throws InterruptedException {
    MeasuredSide side = new MeasuredSide();
    MeasuredFeatures features =
        new MeasuredFeatures(
            new FeatureFolder(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
    try {
      side.serve("Emovox, Java " + System.getProperty("java.version"), features::run);
    } finally {
      features.threads.shutdownNow();
    }
  }

  /** The sum of all features, which depends on each of them. */
  private double run(Work work) throws InterruptedException {
    FeatureWork kind = FeatureWork.parse(work);
    FeatureExtractor extractor = extractors.get(kind.set());
    List<Callable<Double>> tasks =
        IntStream.range(0, parts)
            .<Callable<Double>>mapToObj(part -> () -> sum(extractor, kind.fromFiles(), part))
            .toList();
    double sum = 0;
    for (Future<Double> part : threads.invokeAll(tasks)) {
      sum += result(part);
    }
    return sum;
  }

  private double sum(FeatureExtractor extractor, boolean fromFiles, int part) {
    double sum = 0;
    for (int i = part; i < clips.size(); i += parts) {
      AudioClip clip = fromFiles ? decoder.decode(files.get(i)).clip() : clips.get(i);
      for (double value : extractor.vector(clip)) {
        sum += value;
      }
    }
    return sum;
  }

  private static double result(Future<Double> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new WorkFailedException("Features can't be extracted: " + e.getCause(), e);
    }
  }
}
