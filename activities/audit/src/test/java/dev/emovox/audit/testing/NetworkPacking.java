package dev.emovox.audit.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Packs a network of some hundred random numbers, with all files that a real one has.
 *
 * @param labels class list
 * @param seed of the weights
 */
record NetworkPacking(Store store, LabelSet labels, long seed) {
  private static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [4, 4, 4], "conv_kernel": [16, 8, 4],
       "conv_stride": [8, 6, 4], "hidden_size": 4, "num_attention_heads": 1,
       "num_hidden_layers": 1, "intermediate_size": 4, "num_conv_pos_embeddings": 2,
       "num_conv_pos_embedding_groups": 1, "classifier_proj_size": 4}
      """;

  StageResult pack(CheckpointProvenance provenance) {
    SortedMap<String, byte[]> files = files();
    List<PackagedFile> listed = new ArrayList<>();
    files.forEach((name, content) -> listed.add(PackagedFile.of(name, content)));
    byte[] index = Wav2Vec2Description.of(labels, listed, provenance).write();
    Digest digest = Digest.of(index);
    List<NamedArtifact> outputs = new ArrayList<>();
    outputs.add(new NamedArtifact("package", store.evidence().put(digest, "package.json", index)));
    files.forEach(
        (name, content) ->
            outputs.add(
                new NamedArtifact("package/" + name, store.evidence().put(digest, name, content))));
    return new StageResult(CacheUse.MISS, outputs);
  }

  /** Configuration, preprocessing, weights and model card, by name. */
  private SortedMap<String, byte[]> files() {
    try {
      Path scratch = Files.createTempDirectory("emovox-audited-");
      try {
        Path folder = scratch.resolve("network");
        RandomCheckpoint.of(ARCHITECTURE, labels, seed).write(folder);
        return read(folder);
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }
}
