package dev.emovox.cli.connected;

import dev.emovox.artifacts.ObjectLock;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.ledger.LedgerReport;
import dev.emovox.cli.workplace.LedgerAccess;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.LedgerVerifier;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.RegistryInspection;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

/** The ledger in S3, and the registry that it is held against. */
final class ConnectedLedger implements LedgerAccess {
  private final Clock clock = Clock.systemUTC();
  private final S3Connection connection;
  private final S3EntryStore store;
  private final TrustAnchor anchor;
  private final Ledger ledger;
  private final RegistryInspection inspection;

  ConnectedLedger(Endpoints endpoints, LedgerFiles files) {
    connection = new S3Connection(endpoints.s3());
    store = new S3EntryStore(connection);
    anchor = files.anchor(endpoints.s3().bucket());
    ledger = new Ledger(store, anchor, files.keys(), clock);
    inspection =
        new RegistryInspection(
            new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), ConnectedModels.MODEL),
            store);
  }

  @Override
  public LedgerReport verify(boolean withRegistry) {
    Verification verification = new LedgerVerifier(store, anchor, clock).verify();
    return new LedgerReport(
        store.location(),
        verification,
        withRegistry ? inspection.inspect(verification) : List.of(),
        withRegistry,
        ObjectLock.of(connection));
  }

  @Override
  public List<SignedEntry> newest(int limit) {
    return StreamSupport.stream(ledger.reader().newestFirst().spliterator(), false)
        .limit(limit)
        .toList();
  }

  @Override
  public SignedEntry entry(long number) {
    return StreamSupport.stream(ledger.reader().newestFirst().spliterator(), false)
        .filter(signed -> signed.entry().number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no entry %d in the ledger %s. `./emovox ledger list` lists them."
                        .formatted(number, store.location())));
  }

  @Override
  public SignedEntry rotate(Decision.Reasoned by) {
    return ledger.rotate(by);
  }

  @Override
  public void close() {
    connection.close();
  }
}
