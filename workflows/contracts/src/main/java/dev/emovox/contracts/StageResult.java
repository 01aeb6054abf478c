package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;
import java.util.Optional;

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
    return find(name).orElseThrow(() -> new IllegalArgumentException("no output named " + name));
  }

  /** The output with a given name, which the stage need not have. */
  public Optional<ArtifactRef> find(String name) {
    return outputs.stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .map(NamedArtifact::artifact);
  }
}
