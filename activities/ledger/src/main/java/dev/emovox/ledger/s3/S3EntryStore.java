package dev.emovox.ledger.s3;

import dev.emovox.artifacts.NumberedObjects;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Resource;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Entries as objects {@code ledger/signed/00000001.json} and so on. Unsigned ones of earlier
 * versions of this program lie beside that folder, {@code ledger/00000001.json} and so on.
 *
 * <p>Safe for use by several threads.
 */
public final class S3EntryStore implements EntryStore {
  private static final String UNSIGNED = "ledger";
  private static final String SIGNED = "ledger/signed";
  private static final int MOST_UNSIGNED = 4096;

  private final NumberedObjects signed;
  private final NumberedObjects unsigned;

  /** The ledger in the connection's bucket. */
  public S3EntryStore(S3Connection connection) {
    this.signed = new NumberedObjects(connection, SIGNED);
    this.unsigned = new NumberedObjects(connection, UNSIGNED);
  }

  @Override
  public String location() {
    return signed.location();
  }

  @Override
  public boolean add(long number, byte[] entry) {
    return signed.add(number, entry);
  }

  @Override
  public Optional<byte[]> read(long number) {
    return signed.read(number);
  }

  @Override
  public NavigableSet<Long> numbers() {
    return signed.numbers();
  }

  @Override
  public List<Resource> unsignedEntries() {
    NavigableSet<Long> numbers = unsigned.numbers();
    if (numbers.size() > MOST_UNSIGNED) {
      throw new WorkFailedException(
          "There are more than %d unsigned entries in %s, more than a new ledger can name. Move them elsewhere."
              .formatted(MOST_UNSIGNED, unsigned.location()));
    }
    return numbers.stream()
        .flatMap(
            number ->
                unsigned.read(number).stream()
                    .map(content -> new Resource(unsigned.name(number), Digest.of(content))))
        .toList();
  }
}
