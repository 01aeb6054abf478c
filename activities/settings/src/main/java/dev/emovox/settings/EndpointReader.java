package dev.emovox.settings;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads endpoints from environment variables and collects everything that is wrong with them. */
final class EndpointReader {
  private static final String DEFAULT_NAMESPACE = "default";
  private static final String DEFAULT_REGION = "us-east-1";
  private static final URI DEFAULT_SERVING = URI.create("http://127.0.0.1:8080");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("[^\\s/:]+:\\d{1,5}|\\[[^\\s/]+]:\\d{1,5}");
  private static final long MOST_SECRET_BYTES = 1 << 16;

  private final Map<String, String> environment;
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  EndpointReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Endpoints read() {
    Optional<TemporalEndpoint> temporal = temporal();
    Optional<S3Endpoint> s3 = s3();
    Optional<MlflowEndpoint> mlflow = mlflow();
    URI serving =
        set(EndpointVariable.SERVING_URL).isEmpty()
            ? DEFAULT_SERVING
            : url(EndpointVariable.SERVING_URL).orElse(DEFAULT_SERVING);
    if (temporal.isEmpty() || s3.isEmpty() || mlflow.isEmpty() || !wrong.isEmpty()) {
      throw new InvalidInputException(complaint());
    }
    return new Endpoints(temporal.get(), s3.get(), mlflow.get(), serving);
  }

  private String complaint() {
    List<String> sentences = new ArrayList<>();
    if (!missing.isEmpty()) {
      sentences.add(
          "The environment does not say where the servers are: "
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not set.");
    }
    sentences.addAll(wrong);
    sentences.add("Start the local servers with './emovox up', or give the addresses of yours.");
    return String.join(" ", sentences);
  }

  private Optional<TemporalEndpoint> temporal() {
    Optional<String> address = required(EndpointVariable.TEMPORAL_ADDRESS);
    address
        .filter(text -> !HOST_AND_PORT.matcher(text).matches())
        .ifPresent(
            text ->
                wrong.add(
                    EndpointVariable.TEMPORAL_ADDRESS + " must be HOST:PORT, not '" + text + "'."));
    String namespace = set(EndpointVariable.TEMPORAL_NAMESPACE).orElse(DEFAULT_NAMESPACE);
    Optional<TemporalTls> tls = tls();
    return address.map(text -> new TemporalEndpoint(text, namespace, tls));
  }

  private Optional<TemporalTls> tls() {
    Optional<Path> authority = file(EndpointVariable.TEMPORAL_TLS_CA);
    Optional<Path> certificate = file(EndpointVariable.TEMPORAL_TLS_CERTIFICATE);
    Optional<Path> key = file(EndpointVariable.TEMPORAL_TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      wrong.add(
          EndpointVariable.TEMPORAL_TLS_CERTIFICATE
              + " and "
              + EndpointVariable.TEMPORAL_TLS_KEY
              + " go together, and only one is set.");
      return Optional.empty();
    }
    boolean files = authority.isPresent() || certificate.isPresent();
    if (!enabled(EndpointVariable.TEMPORAL_TLS)) {
      if (files) {
        wrong.add("Files for TLS are given, but EMOVOX_TEMPORAL_TLS is not 'true'.");
      }
      return Optional.empty();
    }
    return Optional.of(new TemporalTls(authority, certificate, key));
  }

  private boolean enabled(String name) {
    String text = set(name).orElse("false").toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      wrong.add(name + " must be 'true' or 'false', not '" + text + "'.");
    }
    return text.equals("true");
  }

  private Optional<Path> file(String name) {
    Optional<Path> path = set(name).flatMap(text -> path(name, text));
    path.filter(file -> !Files.isReadable(file))
        .ifPresent(file -> wrong.add(name + ": the file " + file + " can't be read."));
    return path;
  }

  private Optional<Path> path(String name, String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      wrong.add(name + " is not a file name.");
      return Optional.empty();
    }
  }

  private Optional<S3Endpoint> s3() {
    Optional<URI> url = url(EndpointVariable.S3_URL);
    Optional<String> bucket = required(EndpointVariable.S3_BUCKET);
    Optional<String> access = secret(EndpointVariable.S3_ACCESS_KEY, true);
    Optional<String> key = secret(EndpointVariable.S3_SECRET_KEY, true);
    if (url.isEmpty() || bucket.isEmpty() || access.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    String region = set(EndpointVariable.S3_REGION).orElse(DEFAULT_REGION);
    return Optional.of(
        new S3Endpoint(url.get(), bucket.get(), access.get(), new Secret(key.get()), region));
  }

  private Optional<MlflowEndpoint> mlflow() {
    Optional<URI> url = url(EndpointVariable.MLFLOW_URL);
    MlflowCredentials credentials = credentials();
    return url.map(uri -> new MlflowEndpoint(uri, credentials));
  }

  private MlflowCredentials credentials() {
    Optional<String> username = set(EndpointVariable.MLFLOW_USERNAME);
    Optional<String> password = secret(EndpointVariable.MLFLOW_PASSWORD, false);
    Optional<String> token = secret(EndpointVariable.MLFLOW_TOKEN, false);
    if (token.isPresent() && username.isPresent()) {
      wrong.add("Give MLflow a user with password or a token, not both.");
    }
    if (username.isPresent() != password.isPresent()) {
      wrong.add("EMOVOX_MLFLOW_USERNAME and EMOVOX_MLFLOW_PASSWORD go together.");
      return new MlflowCredentials.None();
    }
    if (username.isPresent()) {
      return new MlflowCredentials.Basic(username.get(), new Secret(password.get()));
    }
    return token
        .<MlflowCredentials>map(text -> new MlflowCredentials.Token(new Secret(text)))
        .orElseGet(MlflowCredentials.None::new);
  }

  private Optional<URI> url(String name) {
    return required(name).flatMap(text -> url(name, text));
  }

  private Optional<URI> url(String name, String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    wrong.add(name + " must be a URL such as http://HOST:PORT or https://HOST, without a user.");
    return Optional.empty();
  }

  private Optional<String> required(String name) {
    Optional<String> value = set(name);
    if (value.isEmpty()) {
      missing.add(name);
    }
    return value;
  }

  private Optional<String> set(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private Optional<String> secret(String name, boolean required) {
    Optional<String> value = set(name);
    Optional<String> file = set(name + EndpointVariable.IN_FILE);
    if (value.isPresent() && file.isPresent()) {
      wrong.add(name + " and " + name + EndpointVariable.IN_FILE + " are both set; keep one.");
      return value;
    }
    if (file.isPresent()) {
      return path(name + EndpointVariable.IN_FILE, file.get()).flatMap(f -> content(name, f));
    }
    if (value.isEmpty() && required) {
      missing.add(name + " (or " + name + EndpointVariable.IN_FILE + ")");
    }
    return value;
  }

  private Optional<String> content(String name, Path file) {
    String where = name + EndpointVariable.IN_FILE + ": the file " + file;
    try {
      if (Files.size(file) > MOST_SECRET_BYTES) {
        wrong.add(where + " is too large for a secret.");
        return Optional.empty();
      }
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        wrong.add(where + " is empty.");
      }
      return Optional.of(text).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      wrong.add(where + " can't be read.");
      return Optional.empty();
    }
  }
}
