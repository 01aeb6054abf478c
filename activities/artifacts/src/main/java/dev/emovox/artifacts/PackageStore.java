package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Model packages under {@code models/HEX/NAME}, where HEX is the digest of the package's {@code
 * package.json}. That file is written last: where it is, the package is whole.
 *
 * <p>Safe for use by several threads.
 */
public final class PackageStore {
  /** The file that lists the others and whose digest is the package's. */
  public static final String INDEX = "package.json";

  private static final int LARGEST_FILE = 1 << 30;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Bucket bucket;
  private final OnceWriter writer;
  private final VerifiedReader reader;
  private final ArtifactStore store;

  /** Packages beside the artefacts of {@code store}. */
  public PackageStore(ArtifactStore store) {
    this.store = store;
    this.bucket = store.bucket();
    this.writer = new OnceWriter(bucket);
    this.reader = new VerifiedReader(bucket);
  }

  /** The folder that a registry entry names as the source of a package. */
  public String folder(Digest packageDigest) {
    return bucket.location(prefix(packageDigest)).uri();
  }

  private static String prefix(Digest packageDigest) {
    return "models/" + packageDigest.hex() + "/";
  }

  /**
   * Stores a package unless it is stored already.
   *
   * @param files content by name, {@code package.json} among them
   * @param digest digest of {@code package.json}
   * @return the reference of {@code package.json}
   */
  public ArtifactRef write(Map<String, byte[]> files, Digest digest) {
    return writeAll(files, digest).get(0).artifact();
  }

  /**
   * Like {@link #write}, giving every file's reference, so that a cache can verify all of them:
   * first {@code package}, then {@code package/NAME} of the others by name.
   */
  public List<CachedOutput> writeAll(Map<String, byte[]> files, Digest digest) {
    byte[] index = files.get(INDEX);
    if (index == null || !Digest.of(index).equals(digest)) {
      throw new IllegalArgumentException("a package's digest is that of its " + INDEX);
    }
    Map<String, byte[]> others = new TreeMap<>(files);
    others.remove(INDEX);
    List<CachedOutput> outputs = new ArrayList<>();
    others.forEach(
        (name, content) ->
            outputs.add(new CachedOutput("package/" + name, put(digest, name, content))));
    outputs.add(0, new CachedOutput("package", put(digest, INDEX, index)));
    return outputs;
  }

  private ArtifactRef put(Digest packageDigest, String name, byte[] content) {
    String key = key(packageDigest, name);
    ArtifactKind kind =
        name.endsWith(".json") ? ArtifactKind.json("model") : ArtifactKind.binary("model");
    Upload upload = Upload.of(content, kind);
    ArtifactRef artifact =
        new ArtifactRef(
            bucket.location(key).uri(),
            upload.checksums().sha256(),
            content.length,
            kind.mediaType(),
            kind.schemaVersion());
    writer.ensure(key, upload, seen -> seen.bytes() == content.length && store.verify(artifact));
    return artifact;
  }

  /**
   * One file of a package. {@code package.json} is verified here; the others are by whoever knows
   * what it says about them.
   *
   * @throws WorkFailedException if the package or the file is not there, or the index was changed
   * @throws InvalidInputException if {@code name} can't be the name of a file
   */
  public byte[] read(Digest packageDigest, String name) {
    String key = key(packageDigest, name);
    return name.equals(INDEX)
        ? reader.read(key, packageDigest, LARGEST_FILE)
        : reader.readUnverified(key, LARGEST_FILE);
  }

  private static String key(Digest packageDigest, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidInputException("'" + name + "' can't be the name of a file in a package.");
    }
    return prefix(packageDigest) + name;
  }
}
