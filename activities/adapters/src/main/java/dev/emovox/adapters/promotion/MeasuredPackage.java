package dev.emovox.adapters.promotion;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.audio.AudioClip;
import dev.emovox.domain.Digest;
import dev.emovox.gate.PackageMeasures;
import dev.emovox.gate.settings.Budgets;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.util.Arrays;

/**
 * A stored package, measured on the processor of this worker.
 *
 * @param store where packages are
 * @param digest of the package
 */
record MeasuredPackage(PackageStore store, Digest digest) implements PackageMeasures {
  private static final int SAMPLE_RATE = 16_000;
  private static final double TONE_HERTZ = 220;
  private static final int UNTIMED = 3;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private PackageFiles files() {
    return new StoredFiles(store, digest);
  }

  @Override
  public long bytes() {
    byte[] index = files().read(PackageDescription.FILE);
    return index.length
        + PackageDescription.read(index).files().stream().mapToLong(PackagedFile::bytes).sum();
  }

  @Override
  public double medianMilliseconds(Budgets.Latency latency) {
    AudioClip clip = tone(latency.seconds());
    try (ModelPackage found = new PackageReader().read(files(), digest);
        EmotionPredictor predictor = found.load(ComputeDevice.CPU)) {
      for (int i = 0; i < UNTIMED; i++) {
        predictor.predict(clip);
      }
      double[] times = new double[latency.predictions()];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        predictor.predict(clip);
        times[i] = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
      }
      return median(times);
    }
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    int middle = times.length / 2;
    return times.length % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
  }

  /** A tone that swells, so that no part of it is cut off as silence. */
  private static AudioClip tone(int seconds) {
    float[] samples = new float[SAMPLE_RATE * seconds];
    for (int i = 0; i < samples.length; i++) {
      double swell = 0.1 + 0.4 * i / samples.length;
      samples[i] = (float) (swell * Math.sin(2 * Math.PI * TONE_HERTZ * i / SAMPLE_RATE));
    }
    return new AudioClip(samples, SAMPLE_RATE);
  }
}
