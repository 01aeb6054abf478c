package dev.emovox.audit.evidence;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.PackageFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where evidence is read from. Nothing is believed: what is given was compared with its digest.
 *
 * <p>Every method throws {@link dev.emovox.domain.ServerUnavailableException} if the store is away.
 */
public interface Evidence {
  /**
   * The bytes of an artefact.
   *
   * @throws DefectException if it is gone, or its bytes are others than were recorded
   */
  byte[] read(ArtifactRef artifact);

  /** What is wrong with an artefact, all of whose bytes are read and none kept. */
  Optional<DefectException> defect(ArtifactRef artifact);

  /** Those of the clips, digest to size, that are not stored or have another size. */
  List<Digest> missingClips(Map<Digest, Long> expected);

  /** The files of a model package, not verified. */
  PackageFiles files(Digest packageDigest);
}
