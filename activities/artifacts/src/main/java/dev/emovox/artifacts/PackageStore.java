package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    SortedMap<String, Upload> uploads = new TreeMap<>();
    files.forEach((name, content) -> uploads.put(name, Upload.of(content, kind(name))));
    return writeUploads(uploads, digest);
  }

  /**
   * Like {@link #writeAll}, from a folder in which nothing else lies. Files of up to 5 GiB are
   * streamed.
   *
   * @throws InvalidInputException if a file can't be read
   */
  public List<CachedOutput> writeFolder(Path folder, Digest digest) {
    try (Stream<Path> files = Files.list(folder)) {
      SortedMap<String, Upload> uploads = new TreeMap<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        uploads.put(name, Upload.of(file, kind(name)));
      }
      return writeUploads(uploads, digest);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The model package in %s can't be read (%s).".formatted(folder, e), e);
    }
  }

  private List<CachedOutput> writeUploads(SortedMap<String, Upload> files, Digest digest) {
    Upload index = files.remove(INDEX);
    if (index == null || !index.checksums().sha256().equals(digest)) {
      throw new IllegalArgumentException("a package's digest is that of its " + INDEX);
    }
    List<CachedOutput> outputs = new ArrayList<>();
    files.forEach(
        (name, upload) ->
            outputs.add(new CachedOutput("package/" + name, put(digest, name, upload))));
    outputs.add(0, new CachedOutput("package", put(digest, INDEX, index)));
    return outputs;
  }

  private static ArtifactKind kind(String name) {
    return name.endsWith(".json") ? ArtifactKind.json("model") : ArtifactKind.binary("model");
  }

  private ArtifactRef put(Digest packageDigest, String name, Upload upload) {
    String key = key(packageDigest, name);
    ArtifactKind kind = upload.kind();
    ArtifactRef artifact =
        new ArtifactRef(
            bucket.location(key).uri(),
            upload.checksums().sha256(),
            upload.checksums().bytes(),
            kind.mediaType(),
            kind.schemaVersion());
    writer.ensure(key, upload, seen -> seen.bytes() == artifact.bytes() && store.verify(artifact));
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

  /**
   * Streams one file of a package, which whoever knows what {@code package.json} says verifies.
   *
   * @param out may end the transfer by an exception of its own that is no {@link IOException}
   * @throws WorkFailedException if the package or the file is not there
   * @throws InvalidInputException if {@code name} can't be the name of a file
   */
  public void copy(Digest packageDigest, String name, OutputStream out) {
    bucket.stream(key(packageDigest, name), in -> in.transferTo(out));
  }

  private static String key(Digest packageDigest, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidInputException("'" + name + "' can't be the name of a file in a package.");
    }
    return prefix(packageDigest) + name;
  }
}
