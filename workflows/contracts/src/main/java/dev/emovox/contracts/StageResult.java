package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;

/**
 * What a stage left behind.
 *
 * @param cache whether the outputs were found or made
 * @param outputs the artefacts, in a fixed order
 */
public record StageResult(CacheUse cache, List<NamedArtifact> outputs) {

  /**
   * The output with a given name.
   *
   * @throws IllegalArgumentException if the stage has none of that name
   */
  public ArtifactRef output(String name) {
    return outputs.stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no output named " + name))
        .artifact();
  }
}
