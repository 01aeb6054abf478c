package dev.emovox.adapters.epochs;

import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.CheckpointIndex;
import dev.emovox.artifacts.CheckpointObject;
import dev.emovox.artifacts.CheckpointProgress;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Stored clips whose class is their pitch, and a stored network of some thousand parameters. */
final class TinyCorpus {
  static final LabelSet LABELS = new LabelSet(List.of("low", "middle", "high"));

  /** Not the network's rate, so that clips are resampled. */
  private static final int RATE = 22_050;

  private static final double[] PITCHES = {150, 500, 1600};
  private static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [16, 16, 16], "conv_kernel": [16, 8, 4],
       "conv_stride": [8, 6, 4], "hidden_size": 24, "num_attention_heads": 2,
       "num_hidden_layers": 2, "intermediate_size": 48, "num_conv_pos_embeddings": 6,
       "num_conv_pos_embedding_groups": 2, "classifier_proj_size": 16, "mask_time_prob": 0.1,
       "mask_time_length": 2, "layerdrop": 0.1, "initializer_range": 0.1}
      """;

  private final Stores stores;
  private final List<ClipRow> rows = new ArrayList<>();
  private final List<ManifestRow> manifest = new ArrayList<>();

  TinyCorpus(Stores stores) {
    this.stores = stores;
    add(SplitPart.TRAIN, 18);
    add(SplitPart.VALIDATION, 9);
    add(SplitPart.TEST, 9);
  }

  private void add(SplitPart part, int clips) {
    for (int i = 0; i < clips; i++) {
      Random random = new Random(part.name().hashCode() * 1000L + i);
      int label = i % PITCHES.length;
      AudioClip clip = new AudioClip(tone(PITCHES[label], random), RATE);
      byte[] wav = WavWriter.encode(clip);
      Digest digest = Digest.of(wav);
      stores.artifacts().putClip(digest, wav);
      String id = "tones/%s/%02d".formatted(part, i);
      String emotion = LABELS.name(label);
      rows.add(
          new ClipRow(
              id,
              digest.toString(),
              "tones",
              "tones:" + i % 2,
              emotion,
              part,
              clip.seconds(),
              (long) Math.ceil(clip.seconds() * 16_000)));
      manifest.add(
          new ManifestRow(
              id,
              "tones",
              id,
              digest.toString(),
              digest.toString(),
              "tones:" + i % 2,
              "",
              "",
              emotion,
              "",
              "",
              "wav",
              RATE,
              1,
              clip.seconds(),
              wav.length));
    }
  }

  private static float[] tone(double pitch, Random random) {
    float[] samples = new float[3300 + random.nextInt(3300)];
    double level = 0.1 + 0.4 * random.nextDouble();
    for (int i = 0; i < samples.length; i++) {
      double tone = Math.sin(2 * Math.PI * pitch * i / RATE);
      samples[i] = (float) (level * (tone + 0.1 * random.nextGaussian()));
    }
    return samples;
  }

  /** The training table. */
  ArtifactRef clips() {
    return stores.tables().table("training-clips", ClipRow.class, rows).artifact();
  }

  /** The manifest. */
  ArtifactRef manifest() {
    return stores.tables().table("manifest", ManifestRow.class, manifest).artifact();
  }

  /** Stores the network and gives the reference of its index. */
  static ArtifactRef checkpoint(S3Connection s3, Path folder) {
    Path files = folder.resolve("checkpoint");
    RandomCheckpoint.of(ARCHITECTURE, LABELS, 7).write(files);
    CheckpointStore store = new CheckpointStore(s3);
    try (Checkpoint checkpoint = CheckpointFolder.open(files)) {
      CheckpointIndex index =
          CheckpointIndex.of(
              new CheckpointIndex.Summary("wav2vec2", 1, List.of(), "safetensors"),
              checkpoint.files().stream()
                  .map(file -> new CheckpointObject(file.name(), file.digest(), file.bytes()))
                  .toList());
      store.store(index, files, CheckpointProgress.none());
      return store.reference(index.digest());
    }
  }
}
