package dev.emovox.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRegisterTest {
  private static final Instant NOW = Instant.parse("2026-01-31T14:30:00Z");

  @TempDir private Path folder;

  private KeyFile file;
  private KeyRegister register;

  @BeforeEach
  void makeRegister() {
    file = new KeyFile(folder.resolve("serving").resolve("keys.json"));
    register = new KeyRegister(file, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private IssuedKey create(String name, Scope... scopes) {
    return register.create(name, Set.of(scopes), Optional.empty());
  }

  private KeyState state(IssuedKey key, Instant when) {
    return file.read().check(key.secret().reveal(), when).state();
  }

  @Test
  void keepsNoSecret() throws IOException {
    IssuedKey issued = create("app", Scope.PREDICT);
    String secret = issued.secret().reveal();
    assertThat(secret).matches("emx_[0-9a-f]{12}_[0-9a-f]{64}");
    assertThat(Files.readString(file.path()))
        .doesNotContain(secret.substring(secret.lastIndexOf('_') + 1))
        .contains("\"predict\"", issued.key().digest().toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(issued.toString()).doesNotContain(secret);
  }

  @Test
  void severalKeysOfANameAreValidAtOnceAndRevokedByIdOrTogether() {
    IssuedKey old = create("app", Scope.PREDICT);
    IssuedKey fresh = create("app", Scope.PREDICT);
    IssuedKey last = create("app", Scope.PREDICT);
    assertThat(state(old, NOW)).isEqualTo(KeyState.VALID);
    assertThat(register.revoke(old.key().id())).hasSize(1);
    assertThat(state(old, NOW)).isEqualTo(KeyState.REVOKED);
    assertThat(state(fresh, NOW)).isEqualTo(KeyState.VALID);
    assertThat(register.revoke("app")).hasSize(2);
    assertThat(state(last, NOW)).isEqualTo(KeyState.REVOKED);
    assertThatThrownBy(() -> register.revoke("app"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("serving-key list");
  }

  @Test
  void expiresAtItsTime() {
    IssuedKey key = register.create("app", Set.of(Scope.METRICS), Optional.of(Duration.ofDays(30)));
    Instant end = NOW.plus(Duration.ofDays(30));
    assertThat(key.key().expires()).contains(end);
    assertThat(state(key, end.minusMillis(1))).isEqualTo(KeyState.VALID);
    assertThat(state(key, end)).isEqualTo(KeyState.EXPIRED);
  }

  @Test
  void anotherSecretIsUnknownAndTellsNothingOfTheKey() {
    IssuedKey key = create("app", Scope.PREDICT);
    register.revoke("app");
    String other = "emx_" + key.key().id() + "_" + "0".repeat(64);
    KeyRing.Verdict verdict = file.read().check(other, NOW);
    assertThat(verdict.state()).isEqualTo(KeyState.UNKNOWN);
    assertThat(verdict.key()).isEmpty();
    assertThat(file.read().check("", NOW).state()).isEqualTo(KeyState.UNKNOWN);
    assertThat(file.read().check(key.secret().reveal() + "0", NOW).state())
        .isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void adminCoversTheOthers() {
    assertThat(create("a", Scope.ADMIN).key().allows(Scope.PREDICT)).isTrue();
    ApiKey reader = create("b", Scope.MODEL_READ, Scope.METRICS).key();
    assertThat(reader.allows(Scope.METRICS)).isTrue();
    assertThat(reader.allows(Scope.PREDICT)).isFalse();
    assertThat(reader.allows(Scope.ADMIN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "../x", "-x", "ä", "a\nb"})
  void refusesNamesThatAreNone(String name) {
    assertThatThrownBy(() -> create(name, Scope.PREDICT)).isInstanceOf(InvalidInputException.class);
    assertThat(file.exists()).isFalse();
  }

  @Test
  void refusesAFileThatOthersMayWrite() throws IOException {
    create("app", Scope.PREDICT);
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw----"));
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"form\":2,\"keys\":[]}",
        "{\"form\":1}",
        "{\"form\":1,\"keys\":[null]}",
        "{\"form\":1,\"keys\":[{\"id\":\"x\"}]}",
        "{\"form\":1,\"keys\":[],\"more\":1}"
      })
  void refusesWhatIsNoSuchFile(String content) throws IOException {
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), content);
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.path().toString());
  }

  @Test
  void refusesAFileThatIsHuge() throws IOException {
    Files.createDirectories(file.path().getParent());
    Files.write(file.path(), new byte[(1 << 20) + 1]);
    assertThatThrownBy(file::read).hasMessageContaining("too large");
  }

  @Test
  void aRunningServiceFollowsTheFileAndSurvivesItsLoss() throws IOException {
    IssuedKey first = create("first", Scope.PREDICT);
    List<String> notices = new ArrayList<>();
    WatchedKeys watched = new WatchedKeys(file, notices::add);
    watched.refresh();
    assertThat(notices).isEmpty();

    IssuedKey second = create("second", Scope.PREDICT);
    assertThat(watched.ring().check(second.secret().reveal(), NOW).state())
        .isEqualTo(KeyState.UNKNOWN);
    watched.refresh();
    assertThat(watched.ring().check(second.secret().reveal(), NOW).state())
        .isEqualTo(KeyState.VALID);

    Files.writeString(file.path(), "oops");
    watched.refresh();
    watched.refresh();
    assertThat(watched.ring().check(first.secret().reveal(), NOW).state())
        .isEqualTo(KeyState.VALID);
    assertThat(notices).hasSize(2);
    assertThat(notices.get(1)).contains("stay in force");
  }
}
