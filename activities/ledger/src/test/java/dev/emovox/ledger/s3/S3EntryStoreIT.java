package dev.emovox.ledger.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.NumberedObjects;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.S3Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record S3EntryStoreIT(Server server) {
  private static TestServers servers;

  static Stream<Server> servers() {
    return TestServers.s3Servers().stream();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    servers = TestServers.start(server);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    servers.close();
  }

  private static S3Connection bucket(String name) {
    S3Endpoint e = servers.s3();
    S3Connection connection =
        new S3Connection(new S3Endpoint(e.url(), name, e.accessKey(), e.secretKey(), e.region()));
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        new BucketCheck(connection).createIfMissing();
        return connection;
      } catch (ServerUnavailableException e503) { // MinIO, just after it said that it is ready
        if (System.nanoTime() > end) {
          throw e503;
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  @Test
  void ofEightWritersEachGetsANumberOfItsOwn(@TempDir Path keys) {
    try (S3Connection connection = bucket("raced")) {
      S3EntryStore store = new S3EntryStore(connection);
      LedgerMachine machine = new LedgerMachine(keys);
      machine.ledger(store).append(LedgerMachine.promotion("0", "first"));
      List<Long> numbers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> machine.ledger(store).append(LedgerMachine.promotion("" + i, "race")))
              .map(signed -> signed.entry().number())
              .toList();
      assertThat(numbers).containsExactlyInAnyOrder(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
      assertThat(machine.verify(store).findings()).isEmpty();
      assertThat(machine.verify(store).entries()).isEqualTo(10);
    }
  }

  @Test
  void eightMachinesBeginOneLedger(@TempDir Path homes) {
    try (S3Connection connection = bucket("begun")) {
      S3EntryStore store = new S3EntryStore(connection);
      List<String> outcomes =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> new LedgerMachine(homes.resolve("home" + i)))
              .map(machine -> outcome(machine, store))
              .toList();
      assertThat(outcomes).containsOnlyOnce("written");
      assertThat(store.numbers()).containsExactly(1L, 2L);
      LedgerMachine auditor = new LedgerMachine(homes.resolve("auditor"));
      assertThat(auditor.verify(store).findings()).isEmpty();
    }
  }

  private static String outcome(LedgerMachine machine, S3EntryStore store) {
    try {
      machine.ledger(store).append(LedgerMachine.promotion("1", "race"));
      return "written";
    } catch (InvalidInputException e) {
      return "has not the key";
    }
  }

  @Test
  void namesTheUnsignedEntriesOfBefore(@TempDir Path keys) {
    try (S3Connection connection = bucket("upgraded")) {
      byte[] old = "{\"sequence\":1}".getBytes(StandardCharsets.UTF_8);
      new NumberedObjects(connection, "ledger").add(1, old);
      S3EntryStore store = new S3EntryStore(connection);
      LedgerMachine machine = new LedgerMachine(keys);
      machine.ledger(store).append(LedgerMachine.promotion("1", "signed"));
      SignedEntry genesis = SignedEntry.read(store.read(1).orElseThrow());
      assertThat(genesis.entry().decision().evidence())
          .singleElement()
          .satisfies(named -> assertThat(named.name()).isEqualTo("ledger/00000001.json"));
      assertThat(machine.verify(store).findings()).isEmpty();
      // What an old program goes on with lies beside the ledger and does not disturb it.
      new NumberedObjects(connection, "ledger").add(2, old);
      assertThat(machine.verify(store).findings()).isEmpty();
    }
  }

  @Test
  void aServerThatIsAwayIsToldOf(@TempDir Path keys) {
    S3Endpoint e = servers.s3();
    S3Endpoint away =
        new S3Endpoint(
            URI.create("http://127.0.0.1:1"), "away", e.accessKey(), e.secretKey(), e.region());
    try (S3Connection connection = new S3Connection(away)) {
      assertThatThrownBy(
              () ->
                  new LedgerMachine(keys)
                      .ledger(new S3EntryStore(connection))
                      .append(LedgerMachine.promotion("1", "x")))
          .isInstanceOf(ServerUnavailableException.class);
    }
  }
}
