package dev.emovox.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes endpoints as environment variables, the inverse of {@link EndpointReader}. */
final class EndpointWriter {
  private final Map<String, String> variables = new TreeMap<>();

  private EndpointWriter() {}

  static Map<String, String> variables(Endpoints endpoints) {
    EndpointWriter writer = new EndpointWriter();
    writer.temporal(endpoints.temporal());
    writer.s3(endpoints.s3());
    writer.mlflow(endpoints.mlflow());
    writer.variables.put(EndpointVariable.SERVING_URL, endpoints.serving().toString());
    return writer.variables;
  }

  private void temporal(TemporalEndpoint temporal) {
    variables.put(EndpointVariable.TEMPORAL_ADDRESS, temporal.address());
    variables.put(EndpointVariable.TEMPORAL_NAMESPACE, temporal.namespace());
    temporal.tls().ifPresent(this::tls);
  }

  private void tls(TemporalTls tls) {
    variables.put(EndpointVariable.TEMPORAL_TLS, "true");
    file(EndpointVariable.TEMPORAL_TLS_CA, tls.authorityFile());
    file(EndpointVariable.TEMPORAL_TLS_CERTIFICATE, tls.certificateFile());
    file(EndpointVariable.TEMPORAL_TLS_KEY, tls.keyFile());
  }

  private void file(String name, Optional<Path> file) {
    file.ifPresent(path -> variables.put(name, path.toString()));
  }

  private void s3(S3Endpoint s3) {
    variables.put(EndpointVariable.S3_URL, s3.url().toString());
    variables.put(EndpointVariable.S3_BUCKET, s3.bucket());
    variables.put(EndpointVariable.S3_REGION, s3.region());
    variables.put(EndpointVariable.S3_ACCESS_KEY, s3.accessKey());
    variables.put(EndpointVariable.S3_SECRET_KEY, s3.secretKey().reveal());
  }

  private void mlflow(MlflowEndpoint mlflow) {
    variables.put(EndpointVariable.MLFLOW_URL, mlflow.url().toString());
    if (mlflow.credentials() instanceof MlflowCredentials.Basic basic) {
      variables.put(EndpointVariable.MLFLOW_USERNAME, basic.username());
      variables.put(EndpointVariable.MLFLOW_PASSWORD, basic.password().reveal());
    } else if (mlflow.credentials() instanceof MlflowCredentials.Token token) {
      variables.put(EndpointVariable.MLFLOW_TOKEN, token.token().reveal());
    }
  }
}
