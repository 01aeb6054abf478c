package dev.emovox.settings;

import dev.emovox.domain.InvalidInputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads endpoints from environment variables and says everything that is wrong with them. */
final class EndpointReader {
  private static final String DEFAULT_NAMESPACE = "default";
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String DEFAULT_SERVING = "http://127.0.0.1:8080";

  private final EnvironmentVariables variables;

  EndpointReader(Map<String, String> environment) {
    this.variables = new EnvironmentVariables(environment);
  }

  Endpoints read() {
    Optional<TemporalEndpoint> temporal = temporal();
    Optional<S3Endpoint> s3 = s3();
    Optional<MlflowEndpoint> mlflow = mlflow();
    Optional<URI> serving = variables.url(EndpointVariable.SERVING_URL, DEFAULT_SERVING);
    if (variables.complaint().isPresent()) {
      throw new InvalidInputException(
          variables.complaint().get()
              + " Start the local servers with './emovox up', or give the addresses of yours.");
    }
    return new Endpoints(
        temporal.orElseThrow(), s3.orElseThrow(), mlflow.orElseThrow(), serving.orElseThrow());
  }

  private Optional<TemporalEndpoint> temporal() {
    Optional<String> address = variables.hostAndPort(EndpointVariable.TEMPORAL_ADDRESS);
    String namespace =
        variables.optional(EndpointVariable.TEMPORAL_NAMESPACE).orElse(DEFAULT_NAMESPACE);
    Optional<TemporalTls> tls = tls();
    return address.map(text -> new TemporalEndpoint(text, namespace, tls));
  }

  private Optional<TemporalTls> tls() {
    boolean on = variables.enabled(EndpointVariable.TEMPORAL_TLS);
    Optional<Path> authority = variables.file(EndpointVariable.TEMPORAL_TLS_CA);
    Optional<Path> certificate = variables.file(EndpointVariable.TEMPORAL_TLS_CERTIFICATE);
    Optional<Path> key = variables.file(EndpointVariable.TEMPORAL_TLS_KEY);
    if (!on && (authority.isPresent() || certificate.isPresent() || key.isPresent())) {
      variables.wrong("Files for TLS are given, but EMOVOX_TEMPORAL_TLS is not 'true'.");
    }
    boolean pair =
        variables.together(
            EndpointVariable.TEMPORAL_TLS_CERTIFICATE, certificate,
            EndpointVariable.TEMPORAL_TLS_KEY, key);
    return on && pair
        ? Optional.of(new TemporalTls(authority, certificate, key))
        : Optional.empty();
  }

  private Optional<S3Endpoint> s3() {
    Optional<URI> url = variables.url(EndpointVariable.S3_URL);
    Optional<String> bucket = variables.required(EndpointVariable.S3_BUCKET);
    Optional<String> access = variables.requiredSecret(EndpointVariable.S3_ACCESS_KEY);
    Optional<String> key = variables.requiredSecret(EndpointVariable.S3_SECRET_KEY);
    if (url.isEmpty() || bucket.isEmpty() || access.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    String region = variables.optional(EndpointVariable.S3_REGION).orElse(DEFAULT_REGION);
    return Optional.of(
        new S3Endpoint(url.get(), bucket.get(), access.get(), new Secret(key.get()), region));
  }

  private Optional<MlflowEndpoint> mlflow() {
    Optional<URI> url = variables.url(EndpointVariable.MLFLOW_URL);
    MlflowCredentials credentials = credentials();
    return url.map(uri -> new MlflowEndpoint(uri, credentials));
  }

  private MlflowCredentials credentials() {
    Optional<String> username = variables.optional(EndpointVariable.MLFLOW_USERNAME);
    Optional<String> password = variables.secret(EndpointVariable.MLFLOW_PASSWORD);
    Optional<String> token = variables.secret(EndpointVariable.MLFLOW_TOKEN);
    boolean pair =
        variables.together(
            EndpointVariable.MLFLOW_USERNAME, username,
            EndpointVariable.MLFLOW_PASSWORD, password);
    if (token.isPresent() && username.isPresent()) {
      variables.wrong("Give MLflow a user with a password, or a token, not both.");
    }
    if (pair && username.isPresent()) {
      return new MlflowCredentials.Basic(username.get(), new Secret(password.orElseThrow()));
    }
    return token
        .<MlflowCredentials>map(text -> new MlflowCredentials.Token(new Secret(text)))
        .orElseGet(MlflowCredentials.None::new);
  }
}
