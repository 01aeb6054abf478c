package dev.emovox.wav2vec2.benchmark;

import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.checkpoint.CheckpointExport;
import dev.emovox.wav2vec2.checkpoint.ElementType;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What both sides read: random weights in a folder that transformers loads, and a batch of noise.
 *
 * @param root the folder
 */
record BenchmarkFolder(Path root) {
  private static final long SEED = 1;

  /** Below this many inputs a weight is part of a normalisation and starts as 1. */
  private static final int VECTOR = 1;

  Path checkpoint() {
    return root.resolve("checkpoint");
  }

  Path batch() {
    return root.resolve("batch.f32");
  }

  /** Writes both; the same plan gives the same bytes. */
  void write(BenchmarkPlan plan) {
    Wav2Vec2Config config = plan.size().config();
    Map<String, List<Long>> shapes = ParameterShapes.of(config);
    new CheckpointExport(
            config,
            plan.size().preprocessor(),
            new ModelCard("random weights", "", new TreeMap<>()))
        .write(checkpoint(), name -> parameter(name, shapes.get(name)));
    try {
      writeBatch(plan);
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be written: %s.".formatted(batch(), e), e);
    }
  }

  private void writeBatch(BenchmarkPlan plan) throws IOException {
    Random random = new Random(SEED);
    ByteBuffer clip =
        ByteBuffer.allocate(plan.samples() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(batch()))) {
      for (int i = 0; i < plan.clips(); i++) {
        for (int sample = 0; sample < plan.samples(); sample++) {
          clip.putFloat(sample * Float.BYTES, (float) random.nextGaussian());
        }
        out.write(clip.array());
      }
    }
  }

  /** The clips that {@link #write} wrote. */
  List<float[]> readBatch(int clips) {
    try {
      FloatBuffer all =
          ByteBuffer.wrap(Files.readAllBytes(batch()))
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer();
      List<float[]> batch = new ArrayList<>();
      float[] clip = new float[all.limit() / clips];
      for (int i = 0; i < clips; i++) {
        all.get(clip);
        batch.add(clip.clone());
      }
      return batch;
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be read: %s.".formatted(batch(), e), e);
    }
  }

  /** Scaled so that signals neither grow nor fade (He et al., 2015); biases are 0. */
  private static StoredTensor parameter(String name, List<Long> shape) {
    long outputs = shape.isEmpty() ? 1 : shape.get(0);
    int size = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    ByteBuffer content =
        ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer values = content.asFloatBuffer();
    if (shape.size() > VECTOR) {
      fill(values, new Random(SEED + name.hashCode()), Math.sqrt((double) outputs / size));
    } else if (name.endsWith("norm.weight")) {
      for (int i = 0; i < size; i++) {
        values.put(i, 1f);
      }
    }
    return new StoredTensor(name, ElementType.FLOAT32, shape, content);
  }

  private static void fill(FloatBuffer values, RandomGenerator random, double deviation) {
    double range = deviation * Math.sqrt(3);
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, (float) (range * (2 * random.nextDouble() - 1)));
    }
  }
}
