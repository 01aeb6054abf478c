package dev.emovox.serving.registry;

import dev.emovox.domain.Digest;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Packages of the tiny networks by which module {@code wav2vec2} is compared with PyTorch. */
public final class GoldenNetworks {
  private static final Path GOLDEN =
      Path.of("..", "..", "activities", "wav2vec2", "src", "test", "resources", "golden");
  private static final List<String> FILES =
      List.of("config.json", "model.safetensors", "preprocessor_config.json");

  private GoldenNetworks() {}

  /**
   * A sealed package in a new folder.
   *
   * @param network {@code base} or {@code xlsr}
   * @param source where its provenance says that it comes from; another source is another package
   */
  public static Wav2Vec2Package seal(String network, String source, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (String name : FILES) {
      Files.copy(GOLDEN.resolve(network).resolve(name), folder.resolve(name));
    }
    BaseCheckpoint base = new BaseCheckpoint(source, Digest.of(source));
    return Wav2Vec2Package.seal(folder, new CheckpointProvenance(base, Optional.empty(), "0"));
  }
}
