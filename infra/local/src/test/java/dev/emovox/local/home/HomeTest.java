package dev.emovox.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.process.FreePorts;
import dev.emovox.local.process.ProcessIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void create() {
    home = new Home(folder.resolve("home")).create();
  }

  @Test
  void isReadableByItsUserOnly() throws IOException {
    new HomeSecrets(home).s3SecretKey();
    assertThat(mode(home.folder())).isEqualTo("rwx------");
    assertThat(mode(new HomeSecrets(home).s3SecretKeyFile())).isEqualTo("rw-------");
  }

  @Test
  void secretsAreRandomAndKept() {
    Home other = new Home(folder.resolve("other")).create();
    HomeSecrets secrets = new HomeSecrets(home);
    assertThat(secrets.s3SecretKey()).isEqualTo(secrets.s3SecretKey());
    assertThat(secrets.s3SecretKey()).isNotEqualTo(new HomeSecrets(other).s3SecretKey());
  }

  @Test
  void aFileInItsPlaceIsAnError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new Home(file).create())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_HOME");
  }

  @Test
  void stackRecordsAreReadBackAsTheyWereWritten() throws IOException {
    ServiceStatus service =
        new ServiceStatus(
            "s3",
            ServiceState.RESTARTING,
            Optional.of("http://127.0.0.1:8333"),
            Optional.empty(),
            OptionalLong.of(42),
            Optional.of("4.48"),
            3,
            Optional.of("it was killed by signal 9"));
    StackRecord written =
        new StackRecord(
            ProcessIdentity.ofThisProcess(),
            Optional.of(S3Kind.MINIO),
            List.of(service),
            Map.of("EMOVOX_S3_BUCKET", "emovox"));
    JsonFile<StackRecord> file = StackRecord.file(home);
    assertThat(file.read()).isEmpty();
    file.write(written);
    assertThat(file.read()).contains(written);
    assertThat(mode(file.path())).isEqualTo("rw-------");
    assertThat(file.path()).content().contains("\"restarting\"", "\"minio\"");
  }

  @Test
  void aDamagedStackRecordIsSaid() throws IOException {
    Files.writeString(StackRecord.file(home).path(), "{\"supervisor\": ");
    assertThatThrownBy(() -> StackRecord.file(home).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("stack.json is damaged");
  }

  @Test
  void portsOfLastTimeAreUsedAgainWhileTheyAreFree() throws IOException {
    int last = new FreePorts().any();
    assertThat(ports(Map.of(), Map.of("s3", last)).choose("s3", 8333)).isEqualTo(last);
    try (ServerSocket taken = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.getLocalPort()).isEqualTo(last);
      assertThat(ports(Map.of(), Map.of("s3", last)).choose("s3", 8333)).isNotEqualTo(last);
    }
  }

  @Test
  void demandedPortsWinAndAreNotGivenToOthers() {
    int demanded = new FreePorts().any();
    HomePorts ports = ports(Map.of("mlflow", demanded), Map.of("s3", demanded));
    assertThat(ports.choose("s3", demanded)).isNotEqualTo(demanded);
    assertThat(ports.choose("mlflow", 5000)).isEqualTo(demanded);
    assertThat(ports.chosen()).containsEntry("mlflow", demanded).containsKey("s3");
  }

  @Test
  void noPortIsAnError() {
    assertThatThrownBy(() -> ports(Map.of("s3", 70_000), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("70000");
  }

  private static HomePorts ports(Map<String, Integer> demanded, Map<String, Integer> last) {
    return new HomePorts(demanded, last);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void remembersTheGraphicsCardAndReadsWhatOlderHomesHave() throws IOException {
    Home home = new Home(folder).create();
    Files.writeString(home.folder().resolve("choices.json"), "{\"s3\":null,\"ports\":{}}");
    assertThat(HomeChoices.of(home).gpu()).isEmpty();
    HomeChoices.file(home).write(HomeChoices.of(home).withGpu(true));
    HomeChoices again = HomeChoices.of(home).withServers(Optional.empty(), Map.of("s3", 8333));
    assertThat(again.gpu()).contains(true);
  }
}
