package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.Artifacts;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import java.util.HashMap;
import java.util.Map;

/** Artefacts in memory. */
public final class FakeArtifacts implements Artifacts {
  private final Map<String, byte[]> contents = new HashMap<>();

  /** Keeps bytes under a name. */
  public ArtifactRef put(String name, byte[] content) {
    String uri = "s3://emovox/" + name;
    contents.put(uri, content.clone());
    return new ArtifactRef(uri, Digest.of(content), content.length, "application/octet-stream", 1);
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    byte[] content = contents.get(artifact.uri());
    if (content == null) {
      throw new WorkFailedException("The artefact " + artifact.uri() + " is gone.");
    }
    return content;
  }

  @Override
  public void close() {}
}
