package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Immutable artefacts in S3, each under a key made of its kind and digest: {@code
 * artifacts/KIND/ab/HEX.EXT}. Storing the same bytes again uploads nothing, reading verifies size
 * and SHA-256, and an object that was damaged is replaced when it is stored again.
 *
 * <p>Every method throws {@link ServerUnavailableException} if the server is away and {@link
 * InvalidInputException} if it refuses the keys or has no such bucket. Safe for use by several
 * threads.
 */
public final class ArtifactStore {
  /** The largest artefact that {@link #read(ArtifactRef)} takes into memory. */
  public static final int LARGEST_IN_MEMORY = 1 << 30;

  private static final String FOLDER = "artifacts/";

  private final long largestRequest;
  private final Bucket bucket;
  private final OnceWriter writer;
  private final VerifiedReader reader;
  private final Clips clips;

  /** A store in the connection's bucket. */
  public ArtifactStore(S3Connection connection) {
    this(connection, Bucket.LARGEST_OBJECT);
  }

  /** A store that sends larger files in parts. */
  ArtifactStore(S3Connection connection, long largestRequest) {
    this.largestRequest = largestRequest;
    this.bucket = new Bucket(connection);
    this.writer = new OnceWriter(bucket);
    this.reader = new VerifiedReader(bucket);
    this.clips = new Clips(bucket);
  }

  Bucket bucket() {
    return bucket;
  }

  /** Stores {@code content} unless it is stored already. */
  public ArtifactRef put(byte[] content, ArtifactKind kind) {
    return put(Upload.of(content, kind));
  }

  /**
   * Stores a file's content unless it is stored already; the file is streamed, one that is larger
   * than the 5 GiB of one request in parts.
   *
   * @throws InvalidInputException if the file can't be read
   * @throws WorkFailedException if the file changes meanwhile
   */
  public ArtifactRef put(Path file, ArtifactKind kind) {
    try {
      Upload upload = Upload.of(file, kind);
      return upload.checksums().bytes() > largestRequest ? putParts(file, upload) : put(upload);
    } catch (IOException e) {
      throw new InvalidInputException("The file " + file + " can't be read: " + e + ".", e);
    }
  }

  private ArtifactRef putParts(Path file, Upload upload) {
    String key = key(upload.checksums().sha256(), upload.kind());
    ArtifactRef artifact = reference(key, upload);
    Optional<StoredObject> seen = bucket.stat(key);
    if (seen.isEmpty() || seen.get().bytes() != artifact.bytes() || !verify(artifact)) {
      CheckpointObject expected =
          new CheckpointObject(artifact.digest().hex(), artifact.digest(), artifact.bytes());
      TransferMeter unwatched = new TransferMeter(CheckpointProgress.none(), artifact.bytes());
      new LargeObjects(bucket).put(key, file, expected, unwatched);
    }
    return artifact;
  }

  private ArtifactRef put(Upload upload) {
    String key = key(upload.checksums().sha256(), upload.kind());
    ArtifactRef artifact = reference(key, upload);
    writer.ensure(key, upload, seen -> seen.bytes() == artifact.bytes() && verify(artifact));
    return artifact;
  }

  private ArtifactRef reference(String key, Upload upload) {
    ArtifactKind kind = upload.kind();
    return new ArtifactRef(
        bucket.location(key).uri(),
        upload.checksums().sha256(),
        upload.checksums().bytes(),
        kind.mediaType(),
        kind.schemaVersion());
  }

  /**
   * The reference of an artefact of which kind and digest are known; nothing if it is not stored.
   * Its bytes are not read.
   */
  public Optional<ArtifactRef> find(Digest digest, ArtifactKind kind) {
    String key = key(digest, kind);
    return bucket
        .stat(key)
        .map(
            seen ->
                new ArtifactRef(
                    bucket.location(key).uri(),
                    digest,
                    seen.bytes(),
                    kind.mediaType(),
                    kind.schemaVersion()));
  }

  private static String key(Digest digest, ArtifactKind kind) {
    String hex = digest.hex();
    return "artifacts/" + kind.name() + "/" + hex.substring(0, 2) + "/" + hex + kind.extension();
  }

  /**
   * The bytes of an artefact, verified.
   *
   * @throws WorkFailedException if the object is gone or its bytes are others
   * @throws InvalidInputException if it is larger than {@link #LARGEST_IN_MEMORY} or in another
   *     bucket
   */
  public byte[] read(ArtifactRef artifact) {
    return read(artifact, LARGEST_IN_MEMORY);
  }

  /** Like {@link #read(ArtifactRef)}, but for at most {@code limit} bytes. */
  public byte[] read(ArtifactRef artifact, int limit) {
    if (artifact.bytes() < 0 || artifact.bytes() > limit) {
      throw new InvalidInputException(
          "The artefact %s has %d bytes, and at most %d may be read into memory."
              .formatted(artifact.uri(), artifact.bytes(), limit));
    }
    VerifiedBuffer buffer = new VerifiedBuffer((int) artifact.bytes());
    reader.copy(artifact, buffer);
    return buffer.content();
  }

  /**
   * Copies an artefact to a file that must not exist yet; the file appears only when every byte is
   * verified.
   */
  public void copy(ArtifactRef artifact, Path target) {
    new VerifiedDownload(reader).copy(artifact, target);
  }

  /** Whether anything lies where the artefact is stored; its bytes are not read. */
  public boolean isStored(ArtifactRef artifact) {
    return bucket.stat(reader.key(artifact)).isPresent();
  }

  /** Whether the artefact is there with the right bytes; reads all of them. */
  public boolean verify(ArtifactRef artifact) {
    return defect(artifact).isEmpty();
  }

  /** Why an artefact can't be used: gone or changed; nothing if it is as it was stored. */
  public Optional<String> defect(ArtifactRef artifact) {
    reader.key(artifact);
    try {
      reader.copy(artifact, OutputStream.nullOutputStream());
      return Optional.empty();
    } catch (WorkFailedException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * The reference of an artefact that is known by its address alone; its digest is in its key.
   *
   * @throws InvalidInputException if the address is not one that this store gives out
   * @throws WorkFailedException if the object is gone
   */
  public ArtifactRef resolve(String uri) {
    return new ArtifactAddress(bucket, reader).resolve(uri);
  }

  /**
   * Removes an artefact, if it is there. Who still refers to it finds it gone.
   *
   * @throws IllegalArgumentException if it is something else, such as a clip or a file of a package
   */
  public void remove(ArtifactRef artifact) {
    String key = reader.key(artifact);
    if (!key.startsWith(FOLDER)) {
      throw new IllegalArgumentException(artifact.uri() + " is no artefact");
    }
    bucket.remove(key);
  }

  /**
   * Stores the original bytes of a clip unless they are stored already.
   *
   * @param digest SHA-256 of {@code content}; the server checks it
   */
  public void putClip(Digest digest, byte[] content) {
    clips.put(digest, content);
  }

  /**
   * The original bytes of a clip, verified.
   *
   * @throws WorkFailedException if the clip is gone or its bytes are others
   */
  public byte[] read(Digest clip) {
    return clips.read(clip);
  }

  /**
   * Those of {@code expected} that are not stored or have another size, in order of their digests;
   * by listing, page by page.
   */
  public List<Digest> missingClips(ClipSizes expected) {
    return clips.missing(expected);
  }

  /** Those of {@code wanted} that are stored; by listing, page by page. */
  public KnownClips knownClips(ClipSizes wanted) {
    return clips.known(wanted);
  }
}
