package dev.emovox.settings;

/** Names of the environment variables that say where servers are. */
final class EndpointVariable {
  static final String TEMPORAL_ADDRESS = "EMOVOX_TEMPORAL_ADDRESS";
  static final String TEMPORAL_NAMESPACE = "EMOVOX_TEMPORAL_NAMESPACE";
  static final String TEMPORAL_TLS = "EMOVOX_TEMPORAL_TLS";
  static final String TEMPORAL_TLS_CA = "EMOVOX_TEMPORAL_TLS_CA_FILE";
  static final String TEMPORAL_TLS_CERTIFICATE = "EMOVOX_TEMPORAL_TLS_CERT_FILE";
  static final String TEMPORAL_TLS_KEY = "EMOVOX_TEMPORAL_TLS_KEY_FILE";
  static final String S3_URL = "EMOVOX_S3_URL";
  static final String S3_BUCKET = "EMOVOX_S3_BUCKET";
  static final String S3_REGION = "EMOVOX_S3_REGION";
  static final String S3_ACCESS_KEY = "EMOVOX_S3_ACCESS_KEY";
  static final String S3_SECRET_KEY = "EMOVOX_S3_SECRET_KEY";
  static final String MLFLOW_URL = "EMOVOX_MLFLOW_URL";
  static final String MLFLOW_USERNAME = "EMOVOX_MLFLOW_USERNAME";
  static final String MLFLOW_PASSWORD = "EMOVOX_MLFLOW_PASSWORD";
  static final String MLFLOW_TOKEN = "EMOVOX_MLFLOW_TOKEN";
  static final String SERVING_URL = "EMOVOX_SERVING_URL";

  /** Added to a variable's name: the value is in that file. */
  static final String IN_FILE = "_FILE";

  private EndpointVariable() {}
}
