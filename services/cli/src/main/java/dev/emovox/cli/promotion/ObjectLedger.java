package dev.emovox.cli.promotion;

import dev.emovox.artifacts.NumberedObjects;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.Optional;

/** A ledger of objects in S3, {@code ledger/00000001.json} and so on. */
public final class ObjectLedger implements Ledger {
  /** Folder of the ledger in the bucket. */
  public static final String FOLDER = "ledger";

  private static final int ATTEMPTS = 16;

  private final NumberedObjects objects;
  private final SnakeCaseJson json = new SnakeCaseJson();

  public ObjectLedger(NumberedObjects objects) {
    this.objects = objects;
  }

  @Override
  public LedgerEntry append(LedgerEntry entry) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LedgerEntry numbered = entry.at(objects.last() + 1);
      if (objects.add(numbered.sequence(), json.writeIndented(numbered))) {
        return numbered;
      }
    }
    throw new ServerUnavailableException(
        "Others write to the ledger all the time. Try again.", null);
  }

  @Override
  public Optional<LedgerEntry> newest() {
    long last = objects.last();
    return last == 0 ? Optional.empty() : Optional.of(read(last));
  }

  private LedgerEntry read(long number) {
    byte[] content =
        objects
            .read(number)
            .orElseThrow(
                () ->
                    new WorkFailedException(
                        "Entry %d of the ledger is listed and can't be read. Someone removed it."
                            .formatted(number)));
    return json.read(content, LedgerEntry.class);
  }
}
