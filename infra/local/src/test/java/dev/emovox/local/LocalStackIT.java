package dev.emovox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.ServiceCommand;
import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackStatus;
import dev.emovox.local.process.FreePorts;
import dev.emovox.local.process.Leftovers;
import dev.emovox.settings.Endpoints;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<LocalStack> stacks = new ArrayList<>();

  @AfterEach
  void endAll() {
    stacks.forEach(LocalStack::down);
  }

  @Test
  void survivesKilledChildrenAndLeavesNothingWhenItIsKilledItself() {
    LocalStack stack = stack("one");
    assertThat(stack.upDetached(options(Map.of()))).isEqualTo(UpOutcome.STARTED);
    StackStatus up = stack.status();
    assertThat(up.services())
        .extracting(ServiceStatus::name)
        .containsExactly("temporal", "s3", "mlflow", "serving");
    assertThat(up.services()).extracting(ServiceStatus::state).containsOnly(ServiceState.RUNNING);
    assertThat(stack.upDetached(options(Map.of()))).isEqualTo(UpOutcome.ALREADY_RUNNING);
    assertThat(stack.status()).isEqualTo(up);
    assertThat(stack.endpoints(Map.of()).serving().getPort()).isPositive();

    restartsWhatIsKilled(stack);
    aSecondHomeRunsBesideIt(stack);

    kill(stack.status().supervisor().orElseThrow());
    await().atMost(LIMIT).until(() -> new Leftovers(stack.home().run()).find().isEmpty());
    StackStatus killed = stack.status();
    assertThat(killed.isUp()).isFalse();
    assertThat(killed.services())
        .extracting(ServiceStatus::state)
        .containsOnly(ServiceState.STOPPED);
    assertPortsFree(killed);

    comesBackOnItsOldPortsAndGoesDown(stack, up);
  }

  private static void restartsWhatIsKilled(LocalStack stack) {
    for (String name : List.of("mlflow", "temporal")) {
      long pid = service(stack, name).pid().orElseThrow();
      kill(pid);
      await().atMost(LIMIT).until(() -> service(stack, name).restarts() == 1);
      await().atMost(LIMIT).until(() -> service(stack, name).state() == ServiceState.RUNNING);
      assertThat(service(stack, name).pid().orElseThrow()).isNotEqualTo(pid);
      assertThat(service(stack, name).lastProblem()).contains("it was killed by signal 9");
    }
    assertThat(log(stack, "supervisor")).contains("mlflow: it was killed by signal 9");
  }

  /** The second uses Temporal and MLflow of the first, and an S3 server of its own. */
  private void aSecondHomeRunsBesideIt(LocalStack first) {
    LocalStack second = stack("two");
    Endpoints endpoints = first.endpoints(Map.of());
    Map<String, String> elsewhere =
        Map.of(
            "EMOVOX_TEMPORAL_ADDRESS", endpoints.temporal().address(),
            "EMOVOX_MLFLOW_URL", endpoints.mlflow().url().toString());
    assertThat(second.upDetached(options(elsewhere))).isEqualTo(UpOutcome.STARTED);
    assertThat(second.status().services())
        .extracting(ServiceStatus::state)
        .containsExactly(
            ServiceState.EXTERNAL,
            ServiceState.RUNNING,
            ServiceState.EXTERNAL,
            ServiceState.RUNNING);
    assertThat(service(second, "s3").address()).isNotEqualTo(service(first, "s3").address());
    assertThat(second.endpoints(elsewhere).s3().secretKey())
        .isNotEqualTo(endpoints.s3().secretKey());

    StackStatus before = second.status();
    assertThat(second.down()).isTrue();
    assertThat(new Leftovers(second.home().run()).find()).isEmpty();
    assertThat(service(second, "s3").state()).isEqualTo(ServiceState.STOPPED);
    assertThat(FreePorts.isFree(port(before, "s3"))).isTrue();
    assertThat(first.status().isUp()).isTrue();
    assertThatThrownBy(() -> second.upDetached(options(elsewhere).withS3(S3Kind.MINIO)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--s3 seaweedfs");
  }

  private void comesBackOnItsOldPortsAndGoesDown(LocalStack stack, StackStatus before) {
    assertThat(stack.upDetached(options(Map.of()))).isEqualTo(UpOutcome.STARTED);
    assertThat(stack.status().services())
        .extracting(ServiceStatus::address)
        .isEqualTo(before.services().stream().map(ServiceStatus::address).toList());
    assertThat(stack.down()).isTrue();
    assertThat(new Leftovers(stack.home().run()).find()).isEmpty();
    assertPortsFree(before);
    assertThat(stack.down()).isFalse();
  }

  @Test
  void aServiceThatCannotStartFailsTheWholeStackWithTheEndOfItsLog() {
    LocalStack stack = stack("broken");
    ServiceCommand broken =
        new ServiceCommand(
            "worker",
            List.of("sh", "-c", "echo no model today; exit 7"),
            Map.of(),
            Optional.of(new ServiceCommand.Http(0, "/")));
    UpOptions options = new UpOptions(Optional.empty(), Map.of(), List.of(broken), external());

    assertThatThrownBy(() -> stack.upDetached(options))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("worker ended before it was ready")
        .hasMessageContaining("no model today");

    assertThat(stack.status().isUp()).isFalse();
    assertThat(service(stack, "worker").state()).isEqualTo(ServiceState.FAILED);
    assertThat(new Leftovers(stack.home().run()).find()).isEmpty();
  }

  @Test
  void secretsArePrivateAndOnNoCommandLine() throws Exception {
    LocalStack stack = stack("private");
    ServiceCommand idle =
        new ServiceCommand("worker", List.of("sleep", "600"), Map.of(), Optional.empty());
    stack.upDetached(new UpOptions(Optional.empty(), Map.of(), List.of(idle), externalButS3()));

    Path secret = stack.home().secrets().resolve("s3-secret-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stack.home().folder())))
        .isEqualTo("rwx------");
    String value = Files.readString(secret);
    assertThat(value).hasSize(40);
    assertThat(new Leftovers(stack.home().run()).find())
        .hasSize(4)
        .noneMatch(process -> process.info().commandLine().orElse("").contains(value));
    assertThat(Files.readString(stack.home().folder().resolve("stack.json"))).doesNotContain(value);
  }

  @Test
  void aDemandedPortInUseIsAnError() {
    LocalStack stack = stack("ports");
    int taken = port(started(), "s3");
    assertThatThrownBy(
            () -> stack.upDetached(options(externalButS3()).withPorts(Map.of("s3", taken))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Port " + taken);
  }

  private StackStatus started() {
    LocalStack other = stack("other");
    other.upDetached(new UpOptions(Optional.empty(), Map.of(), List.of(), externalButS3()));
    return other.status();
  }

  private LocalStack stack(String name) {
    LocalStack stack = new LocalStack(new Home(folder.resolve(name)), System.err::println);
    stacks.add(stack);
    return stack;
  }

  private static UpOptions options(Map<String, String> elsewhere) {
    ServiceCommand serving =
        new ServiceCommand(
            "serving",
            List.of("sh", "-c", "exec python3 -m http.server --bind 127.0.0.1 $PORT_TO_USE"),
            Map.of("PORT_TO_USE", "{port}"),
            Optional.of(new ServiceCommand.Http(8080, "/")));
    Map<String, String> environment = environment();
    environment.putAll(elsewhere);
    return new UpOptions(Optional.empty(), Map.of(), List.of(serving), environment);
  }

  /** Every home of this test uses the checkout's servers; otherwise each would install its own. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent(
        "EMOVOX_SERVERS_DIR", Checkout.find().defaultHome().resolve("servers").toString());
    return environment;
  }

  private static Map<String, String> externalButS3() {
    Map<String, String> environment = environment();
    environment.put("EMOVOX_TEMPORAL_ADDRESS", "127.0.0.1:1");
    environment.put("EMOVOX_MLFLOW_URL", "http://127.0.0.1:1");
    return environment;
  }

  private static Map<String, String> external() {
    Map<String, String> environment = externalButS3();
    environment.put("EMOVOX_S3_URL", "http://127.0.0.1:1");
    return environment;
  }

  private static ServiceStatus service(LocalStack stack, String name) {
    return stack.status().services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertPortsFree(StackStatus status) {
    assertThat(status.services())
        .allSatisfy(service -> assertThat(FreePorts.isFree(port(status, service.name()))).isTrue());
  }

  private static int port(StackStatus status, String name) {
    String address =
        status.services().stream()
            .filter(service -> service.name().equals(name))
            .findFirst()
            .flatMap(ServiceStatus::address)
            .orElseThrow();
    return URI.create(address.contains("//") ? address : "tcp://" + address).getPort();
  }

  private static String log(LocalStack stack, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    stack.logs(name, false, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
