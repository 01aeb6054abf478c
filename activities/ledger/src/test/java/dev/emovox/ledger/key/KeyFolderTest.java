package dev.emovox.ledger.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {
  private static final byte[] MESSAGE = {7, 7, 7};

  @TempDir private Path temporary;
  private KeyFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new KeyFolder(temporary.resolve("home").resolve("keys"));
  }

  @Test
  void onlyItsOwnerReadsAKey() throws IOException {
    Digest id = folder.create().verificationKey().id();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(id))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(folder.file(id)))
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("-----END PUBLIC KEY-----\n");
  }

  @Test
  void aKeyIsTheSameWhenItIsReadAgain() {
    SigningKey created = folder.create();
    Digest id = created.verificationKey().id();
    assertThat(folder.ids()).containsExactly(id);
    assertThat(folder.key(id).sign(MESSAGE)).isEqualTo(created.sign(MESSAGE));
    assertThat(VerificationKey.parse(created.verificationKey().toString()))
        .isEqualTo(created.verificationKey());
  }

  @Test
  void findsNothingWhereThereIsNothing() throws IOException {
    assertThat(folder.ids()).isEmpty();
    Files.createDirectories(folder.folder());
    Files.writeString(folder.folder().resolve("notes.txt"), "no key");
    assertThat(folder.ids()).isEmpty();
    assertThatThrownBy(() -> folder.key(Digest.of("x")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------"})
  void refusesAKeyThatOthersMayRead(String permissions) throws IOException {
    Digest id = folder.create().verificationKey().id();
    Files.setPosixFilePermissions(folder.file(id), PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> folder.key(id))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(permissions);
  }

  @Test
  void refusesAKeyUnderAnothersName() throws IOException {
    Digest ada = folder.create().verificationKey().id();
    Digest bo = folder.create().verificationKey().id();
    Files.delete(folder.file(bo));
    Files.move(folder.file(ada), folder.file(bo));
    assertThatThrownBy(() -> folder.key(bo)).hasMessageContaining(ada.toString());
  }

  @Test
  void refusesHalvesThatDoNotBelongTogether() throws IOException {
    Digest ada = folder.create().verificationKey().id();
    Digest bo = folder.create().verificationKey().id();
    String publicHalf = "-----BEGIN PUBLIC";
    String mine = Files.readString(folder.file(ada));
    String other = Files.readString(folder.file(bo));
    Files.writeString(
        folder.file(bo),
        mine.substring(0, mine.indexOf(publicHalf)) + other.substring(other.indexOf(publicHalf)));
    assertThatThrownBy(() -> folder.key(bo)).hasMessageContaining("is not the private key's");
  }

  /** Whatever is wrong with a key file, what is written in it is not repeated. */
  @Test
  void refusesEveryShortenedKeyWithoutShowingIt() throws IOException {
    Digest id = folder.create().verificationKey().id();
    String whole = Files.readString(folder.file(id));
    List<String> lines = whole.lines().toList();
    // The dashes and the line feed after the last label carry nothing.
    for (int length = 0; length < whole.length() - 6; length++) {
      Files.writeString(folder.file(id), whole.substring(0, length));
      assertThatThrownBy(() -> folder.key(id))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageNotContaining(lines.get(1).substring(20))
          .hasNoCause();
    }
  }

  @Test
  void refusesAHugeFile() throws IOException {
    Digest id = folder.create().verificationKey().id();
    Files.writeString(folder.file(id), "x".repeat(100_000));
    assertThatThrownBy(() -> folder.key(id)).hasMessageContaining("far too large");
  }
}
