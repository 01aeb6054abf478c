package dev.emovox.local;

/** A server that {@link TestServers} can start. */
public enum Server {
  TEMPORAL,
  /** S3 by SeaweedFS. */
  S3_SEAWEEDFS,
  /** S3 by MinIO, which has to be on {@code PATH}. */
  S3_MINIO,
  /**
   * Needs an S3 server for its artefacts: SeaweedFS is started with it unless MinIO is asked for.
   */
  MLFLOW;

  boolean isS3() {
    return this == S3_SEAWEEDFS || this == S3_MINIO;
  }
}
