package dev.emovox.adapters.network;

import dev.emovox.artifacts.ArtifactKind;

/** What training a network leaves in the artefact store. */
public final class NetworkArtifacts {
  /** All weights after an epoch, safetensors. */
  public static final ArtifactKind WEIGHTS =
      new ArtifactKind("network-weights", "application/octet-stream", ".safetensors", 1);

  /** The optimiser's state after an epoch, safetensors. */
  public static final ArtifactKind OPTIMISER =
      new ArtifactKind("optimiser-state", "application/octet-stream", ".safetensors", 1);

  private NetworkArtifacts() {}
}
