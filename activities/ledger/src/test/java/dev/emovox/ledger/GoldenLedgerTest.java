package dev.emovox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.dsse.EnvelopeSignature;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.key.KeyFolder;
import dev.emovox.ledger.key.SigningKey;
import dev.emovox.ledger.testing.LedgerMachine;
import dev.emovox.ledger.testing.MemoryEntries;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that {@code make_ledger.py} wrote, which shares no code with this module. */
class GoldenLedgerTest {
  private static final int ENTRIES = 5;
  private static final Digest FIRST_KEY =
      Digest.parse("sha256:06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9");

  @TempDir private Path keys;
  private final MemoryEntries entries = new MemoryEntries();

  @BeforeEach
  void copy() throws IOException, URISyntaxException {
    Path golden = Path.of(GoldenLedgerTest.class.getResource("/golden").toURI());
    for (int number = 1; number <= ENTRIES; number++) {
      Path file = golden.resolve(String.format(Locale.ROOT, "%08d.json", number));
      entries.replace(number, Files.readAllBytes(file));
    }
    try (Stream<Path> files = Files.list(golden)) {
      for (Path key : files.filter(file -> file.toString().endsWith(".pem")).toList()) {
        Path copy = Files.copy(key, keys.resolve(key.getFileName()));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void hasNoFault() {
    Verification verification = new LedgerMachine(keys).verify(entries);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.entries()).isEqualTo(ENTRIES);
    assertThat(verification.anchor()).contains(FIRST_KEY);
    SignedEntry last = verification.lastDecision().orElseThrow();
    assertThat(last.entry().decision().kind()).isEqualTo(EntryKind.ROLLBACK);
    assertThat(last.entry().decision().model().version()).isEqualTo("1");
  }

  @Test
  void isWhatThisProgramWouldHaveWritten() {
    KeyFolder folder = new KeyFolder(keys);
    for (long number : entries.numbers()) {
      byte[] golden = entries.read(number).orElseThrow();
      SignedEntry read = SignedEntry.read(golden);
      List<SigningKey> signers =
          read.envelope().signatures().stream()
              .map(EnvelopeSignature::keyId)
              .map(folder::key)
              .toList();
      assertThat(SignedEntry.sign(read.entry(), signers).stored()).isEqualTo(golden);
    }
  }

  @Test
  void canBeContinued() {
    LedgerMachine machine = new LedgerMachine(keys);
    SignedEntry added = machine.ledger(entries).append(LedgerMachine.promotion("3", "better"));
    assertThat(added.entry().number()).isEqualTo(ENTRIES + 1);
    assertThat(machine.verify(entries).findings()).isEmpty();
  }
}
