package dev.emovox.worker;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.S3Endpoint;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;

/** What a careless or hostile person can do with a bucket. */
final class Bucket {
  private final S3Endpoint endpoint;
  private final MinioClient client;

  Bucket(S3Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client =
        MinioClient.builder()
            .endpoint(endpoint.url().toString())
            .region(endpoint.region())
            .credentials(endpoint.accessKey(), endpoint.secretKey().reveal())
            .build();
  }

  /** Deletes an object. */
  void delete(ArtifactRef artifact) throws MinioException {
    String key = artifact.uri().substring(("s3://" + endpoint.bucket() + "/").length());
    client.removeObject(RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key).build());
  }
}
