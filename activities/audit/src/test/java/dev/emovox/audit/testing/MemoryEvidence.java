package dev.emovox.audit.testing;

import dev.emovox.audit.evidence.DefectException;
import dev.emovox.audit.evidence.Evidence;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.PackageFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Artefacts in memory: real bytes, real digests. */
public final class MemoryEvidence implements Evidence {
  private final Map<String, byte[]> objects = new TreeMap<>();
  private final TreeSet<Digest> goneClips = new TreeSet<>();

  /** Stores an artefact. */
  public ArtifactRef put(String kind, byte[] content) {
    Digest digest = Digest.of(content);
    return put("s3://emovox/artifacts/%s/%s".formatted(kind, digest.hex()), digest, content);
  }

  /** Stores a file of a package. */
  public ArtifactRef put(Digest packageDigest, String name, byte[] content) {
    return put(
        "s3://emovox/models/%s/%s".formatted(packageDigest.hex(), name),
        Digest.of(content),
        content);
  }

  private ArtifactRef put(String uri, Digest digest, byte[] content) {
    objects.put(uri, content.clone());
    return new ArtifactRef(uri, digest, content.length, "application/octet-stream", 1);
  }

  /** The only object whose address has this in it. */
  public String address(String part) {
    List<String> found = objects.keySet().stream().filter(uri -> uri.contains(part)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(part + " is in " + found);
    }
    return found.get(0);
  }

  /** Takes an object away. */
  public MemoryEvidence without(String part) {
    objects.remove(address(part));
    return this;
  }

  /** Changes one byte. */
  public MemoryEvidence flipped(String part, int position) {
    String uri = address(part);
    byte[] content = objects.get(uri).clone();
    content[position] ^= 1;
    objects.put(uri, content);
    return this;
  }

  /** Takes a clip away. */
  public MemoryEvidence withoutClip(String digest) {
    goneClips.add(Digest.parse(digest));
    return this;
  }

  /** Addresses and contents. */
  public Map<String, byte[]> objects() {
    return objects;
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    Optional<DefectException> defect = defect(artifact);
    if (defect.isPresent()) {
      throw defect.get();
    }
    return objects.get(artifact.uri()).clone();
  }

  @Override
  public Optional<DefectException> defect(ArtifactRef artifact) {
    byte[] content = objects.get(artifact.uri());
    if (content == null) {
      return Optional.of(DefectException.missing(artifact));
    }
    return Digest.of(content).equals(artifact.digest()) && content.length == artifact.bytes()
        ? Optional.empty()
        : Optional.of(DefectException.changed(artifact, null));
  }

  @Override
  public List<Digest> missingClips(Map<Digest, Long> expected) {
    List<Digest> missing = new ArrayList<>(goneClips);
    missing.retainAll(expected.keySet());
    return missing;
  }

  @Override
  public PackageFiles files(Digest packageDigest) {
    return name -> {
      byte[] content = objects.get("s3://emovox/models/" + packageDigest.hex() + "/" + name);
      if (content == null) {
        throw new InvalidInputException("There is no file " + name + ".");
      }
      return content.clone();
    };
  }
}
