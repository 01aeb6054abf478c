package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Imported checkpoints under {@code checkpoints/HEX/NAME}, where HEX is {@link
 * CheckpointIndex#digest()}. {@code checkpoint.json} is written last: where it is, the checkpoint
 * is whole. Where it came from is under {@code checkpoints/HEX/origins/NUMBER.json}. Files pass
 * through in small pieces, whatever their size.
 *
 * <p>Every method throws {@link dev.emovox.domain.ServerUnavailableException} if the server is
 * away. Safe for use by several threads.
 */
public final class CheckpointStore {
  private static final String FOLDER = "checkpoints/";
  private static final Pattern INDEX_KEY =
      Pattern.compile("checkpoints/([0-9a-f]{64})/checkpoint\\.json");
  private static final ArtifactKind INDEX = ArtifactKind.json("checkpoint");

  private final S3Connection connection;
  private final Bucket bucket;
  private final VerifiedReader reader;
  private final OnceWriter writer;
  private final LargeObjects objects;

  /** Checkpoints in the connection's bucket. */
  public CheckpointStore(S3Connection connection) {
    this.connection = connection;
    this.bucket = new Bucket(connection);
    this.reader = new VerifiedReader(bucket);
    this.writer = new OnceWriter(bucket);
    this.objects = new LargeObjects(bucket);
  }

  /** The folder of a checkpoint, {@code s3://BUCKET/checkpoints/HEX/}. */
  public String address(Digest checkpoint) {
    return bucket.location(prefix(checkpoint)).uri();
  }

  private static String prefix(Digest checkpoint) {
    return FOLDER + checkpoint.hex() + "/";
  }

  private static String key(Digest checkpoint, String name) {
    return prefix(checkpoint) + name;
  }

  /**
   * Stores a checkpoint unless it is stored already. What is there is read and compared, what is
   * missing or damaged is sent, and what was sent is read back.
   *
   * @param folder holds the files that the index names
   * @return bytes that were sent; 0 if all of it was there
   * @throws WorkFailedException if a file changes meanwhile, or does not arrive as it was sent
   */
  public long store(CheckpointIndex index, Path folder, CheckpointProgress progress) {
    Digest checkpoint = index.digest();
    TransferMeter meter = new TransferMeter(progress, 2 * index.bytes());
    long sent = 0;
    for (CheckpointObject file : index.files()) {
      sent += ensure(checkpoint, file, folder, meter.on(file.name()));
    }
    byte[] content = index.write();
    writer.ensure(
        key(checkpoint, CheckpointIndex.FILE),
        Upload.of(content, INDEX),
        seen ->
            seen.bytes() == content.length
                && bucket.stream(seen.key(), Digest::of).equals(Digest.of(content)));
    return sent;
  }

  private long ensure(Digest checkpoint, CheckpointObject file, Path folder, TransferMeter meter) {
    String key = key(checkpoint, file.name());
    boolean there = bucket.stat(key).filter(seen -> seen.bytes() == file.bytes()).isPresent();
    if (there && isRight(key, file, meter)) {
      meter.passed(file.bytes());
      return 0;
    }
    objects.put(key, folder.resolve(file.name()), file, meter);
    if (!isRight(key, file, meter)) {
      throw new WorkFailedException(
          "%s was stored, but other bytes came back. Look at the S3 server %s and its disks, and import again."
              .formatted(bucket.location(key), connection.url()));
    }
    return file.bytes();
  }

  private boolean isRight(String key, CheckpointObject file, TransferMeter meter) {
    return bucket.stream(
            key, in -> Digest.of(meter.counting(new BoundedStream(in, file.bytes() + 1))))
        .equals(file.digest());
  }

  /** The checkpoints that are stored, in order of their digests. */
  public List<Digest> stored() {
    List<Digest> found = new ArrayList<>();
    bucket.list(
        FOLDER,
        object -> {
          Matcher key = INDEX_KEY.matcher(object.key());
          if (key.matches()) {
            found.add(new Digest(key.group(1)));
          }
        });
    return found;
  }

  /**
   * What a checkpoint is; empty if it is not stored.
   *
   * @throws WorkFailedException if its index was changed
   */
  public Optional<CheckpointIndex> find(Digest checkpoint) {
    String key = key(checkpoint, CheckpointIndex.FILE);
    return bucket
        .readSmall(key, CheckpointIndex.LARGEST)
        .map(content -> CheckpointIndex.read(content, checkpoint, bucket.location(key).uri()));
  }

  /**
   * The reference of a stored checkpoint's index, by which records name a checkpoint.
   *
   * @throws InvalidInputException if there is no such checkpoint
   * @throws WorkFailedException if its index was changed
   */
  public ArtifactRef reference(Digest checkpoint) {
    byte[] content = find(checkpoint).orElseThrow(() -> missing(checkpoint)).write();
    String address = bucket.location(key(checkpoint, CheckpointIndex.FILE)).uri();
    return new ArtifactRef(
        address, Digest.of(content), content.length, INDEX.mediaType(), INDEX.schemaVersion());
  }

  /** The reference of one of a stored checkpoint's files. */
  public ArtifactRef reference(Digest checkpoint, CheckpointObject file) {
    return new ArtifactRef(
        bucket.location(key(checkpoint, file.name())).uri(),
        file.digest(),
        file.bytes(),
        "application/octet-stream",
        1);
  }

  /**
   * The checkpoint that a reference of an index names.
   *
   * @throws InvalidInputException if it names none
   */
  public Digest checkpoint(ArtifactRef index) {
    Matcher key = INDEX_KEY.matcher(reader.key(index));
    if (!key.matches()) {
      throw new InvalidInputException(
          "%s is not the index of an imported checkpoint. Import it with `./emovox model import`."
              .formatted(index.uri()));
    }
    return new Digest(key.group(1));
  }

  /**
   * Writes a checkpoint's files into a folder, each under its name only when every byte of it was
   * compared.
   *
   * @param folder empty; made if it is not there
   * @throws InvalidInputException if there is no such checkpoint, or the folder can't take it
   * @throws WorkFailedException if a file is gone or changed
   */
  public CheckpointIndex fetch(Digest checkpoint, Path folder, CheckpointProgress progress) {
    CheckpointIndex index = find(checkpoint).orElseThrow(() -> missing(checkpoint));
    requireRoom(folder, index.bytes());
    TransferMeter meter = new TransferMeter(progress, index.bytes());
    for (CheckpointObject file : index.files()) {
      new VerifiedDownload(reader, meter.on(file.name()))
          .copy(reference(checkpoint, file), folder.resolve(file.name()));
    }
    return index;
  }

  private InvalidInputException missing(Digest checkpoint) {
    return new InvalidInputException(
        "There is no checkpoint %s in bucket '%s'. Import it with `./emovox model import`, which prints its digest."
            .formatted(checkpoint, bucket.name()));
  }

  private static void requireRoom(Path folder, long bytes) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new InvalidInputException(folder + " is not empty; name a new folder.");
        }
      }
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < bytes) {
        throw new InvalidInputException(
            "The checkpoint has %d MB, and %s has room for %d MB. Make room or choose another folder."
                .formatted(bytes >> 20, folder, room >> 20));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder %s can't be used: %s. Choose another.".formatted(folder, e), e);
    }
  }

  /** Records where a stored checkpoint came from, unless that place is recorded already. */
  public void record(Digest checkpoint, CheckpointOrigin origin) {
    all(checkpoint).add(origin);
  }

  /** Where a checkpoint came from, in the order of the imports. */
  public List<CheckpointOrigin> origins(Digest checkpoint) {
    return all(checkpoint).all();
  }

  private CheckpointOrigins all(Digest checkpoint) {
    return new CheckpointOrigins(new NumberedObjects(connection, prefix(checkpoint) + "origins"));
  }
}
