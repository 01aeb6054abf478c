package dev.emovox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "EMOVOX_TEMPORAL_ADDRESS", "127.0.0.1:7233",
          "EMOVOX_S3_URL", "http://127.0.0.1:8333/",
          "EMOVOX_S3_BUCKET", "emovox",
          "EMOVOX_S3_ACCESS_KEY", "someone",
          "EMOVOX_S3_SECRET_KEY", "hush",
          "EMOVOX_MLFLOW_URL", "http://127.0.0.1:5000");

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>(LEAST);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  @Test
  void fillsInDefaults() {
    assertThat(Endpoints.fromEnvironment(LEAST))
        .isEqualTo(
            new Endpoints(
                new TemporalEndpoint("127.0.0.1:7233", "default", Optional.empty()),
                new S3Endpoint(
                    URI.create("http://127.0.0.1:8333"),
                    "emovox",
                    "someone",
                    new Secret("hush"),
                    "us-east-1"),
                new MlflowEndpoint(
                    URI.create("http://127.0.0.1:5000"), new MlflowCredentials.None()),
                URI.create("http://127.0.0.1:8080")));
  }

  @Test
  void readsEveryVariable(@TempDir Path folder) throws Exception {
    Path authority = Files.writeString(folder.resolve("ca.pem"), "ca");
    Path certificate = Files.writeString(folder.resolve("cert.pem"), "cert");
    Path key = Files.writeString(folder.resolve("key.pem"), "key");
    Map<String, String> environment =
        with(
            "EMOVOX_TEMPORAL_NAMESPACE", "speech",
            "EMOVOX_TEMPORAL_TLS", "true",
            "EMOVOX_TEMPORAL_TLS_CA_FILE", authority.toString(),
            "EMOVOX_TEMPORAL_TLS_CERT_FILE", certificate.toString(),
            "EMOVOX_TEMPORAL_TLS_KEY_FILE", key.toString(),
            "EMOVOX_S3_REGION", "eu-central-1",
            "EMOVOX_MLFLOW_USERNAME", "ann",
            "EMOVOX_MLFLOW_PASSWORD", "secret",
            "EMOVOX_SERVING_URL", "https://emotions.example.org");

    Endpoints endpoints = Endpoints.fromEnvironment(environment);

    assertThat(endpoints.temporal())
        .isEqualTo(
            new TemporalEndpoint(
                "127.0.0.1:7233",
                "speech",
                Optional.of(
                    new TemporalTls(
                        Optional.of(authority), Optional.of(certificate), Optional.of(key)))));
    assertThat(endpoints.s3().region()).isEqualTo("eu-central-1");
    assertThat(endpoints.mlflow().credentials())
        .isEqualTo(new MlflowCredentials.Basic("ann", new Secret("secret")));
    assertThat(endpoints.serving()).isEqualTo(URI.create("https://emotions.example.org"));
    assertThat(Endpoints.fromEnvironment(endpoints.toEnvironment())).isEqualTo(endpoints);
  }

  @Test
  void writesBackWhatItRead() {
    for (Map<String, String> environment : List.of(LEAST, with("EMOVOX_MLFLOW_TOKEN", "t"))) {
      Endpoints endpoints = Endpoints.fromEnvironment(environment);
      assertThat(Endpoints.fromEnvironment(endpoints.toEnvironment())).isEqualTo(endpoints);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMOVOX_TEMPORAL_ADDRESS",
        "EMOVOX_S3_URL",
        "EMOVOX_S3_BUCKET",
        "EMOVOX_S3_ACCESS_KEY",
        "EMOVOX_S3_SECRET_KEY",
        "EMOVOX_MLFLOW_URL"
      })
  void namesTheMissingVariable(String name) {
    for (Map<String, String> environment : List.of(with(name, " "), without(name))) {
      assertThatThrownBy(() -> Endpoints.fromEnvironment(environment))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("./emovox up");
    }
  }

  private static Map<String, String> without(String name) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.remove(name);
    return environment;
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    assertThatThrownBy(() -> Endpoints.fromEnvironment(Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "In the environment, EMOVOX_TEMPORAL_ADDRESS, EMOVOX_S3_URL, EMOVOX_S3_BUCKET,"
                + " EMOVOX_S3_ACCESS_KEY (or EMOVOX_S3_ACCESS_KEY_FILE), EMOVOX_S3_SECRET_KEY (or"
                + " EMOVOX_S3_SECRET_KEY_FILE), EMOVOX_MLFLOW_URL are not set. Start the local"
                + " servers with './emovox up', or give the addresses of yours.");
  }

  @ParameterizedTest
  @CsvSource({
    "EMOVOX_S3_ACCESS_KEY",
    "EMOVOX_S3_SECRET_KEY",
    "EMOVOX_MLFLOW_PASSWORD",
    "EMOVOX_MLFLOW_TOKEN"
  })
  void readsSecretsFromFiles(String name, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "from-a-file\n");
    Map<String, String> environment = without(name);
    environment.put(name + "_FILE", file.toString());
    if (name.endsWith("PASSWORD")) {
      environment.put("EMOVOX_MLFLOW_USERNAME", "ann");
    }

    assertThat(Endpoints.fromEnvironment(environment).toEnvironment())
        .containsEntry(name, "from-a-file");
  }

  @Test
  void refusesSecretFilesThatHoldNone(@TempDir Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    for (Path file : List.of(empty, folder, folder.resolve("missing"))) {
      Map<String, String> environment = without("EMOVOX_S3_SECRET_KEY");
      environment.put("EMOVOX_S3_SECRET_KEY_FILE", file.toString());

      assertThatThrownBy(() -> Endpoints.fromEnvironment(environment))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("EMOVOX_S3_SECRET_KEY_FILE")
          .hasMessageContaining(file.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMOVOX_TEMPORAL_ADDRESS, localhost, HOST:PORT",
    "EMOVOX_TEMPORAL_ADDRESS, http://localhost:1, HOST:PORT",
    "EMOVOX_S3_URL, localhost:8333, must be a URL",
    "EMOVOX_S3_URL, http://me:hush@localhost, without a user",
    "EMOVOX_MLFLOW_URL, 'http://a b', must be a URL",
    "EMOVOX_SERVING_URL, ftp://x, must be a URL",
    "EMOVOX_TEMPORAL_TLS, maybe, must be",
    "EMOVOX_TEMPORAL_TLS_CERT_FILE, /nowhere/cert.pem, can't be read",
    "EMOVOX_MLFLOW_USERNAME, ann, go together",
    "EMOVOX_S3_SECRET_KEY_FILE, /some/file, both set",
  })
  void saysWhichVariableIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> Endpoints.fromEnvironment(with(name, value)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hush");
  }

  @Test
  void neverPrintsSecrets() {
    Endpoints endpoints =
        Endpoints.fromEnvironment(
            with("EMOVOX_MLFLOW_USERNAME", "ann", "EMOVOX_MLFLOW_PASSWORD", "whisper"));

    assertThat(endpoints.toString()).doesNotContain("hush", "whisper").contains("***");
    assertThatThrownBy(() -> new Secret("")).isInstanceOf(IllegalArgumentException.class);
  }
}
