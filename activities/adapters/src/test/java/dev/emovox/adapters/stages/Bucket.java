package dev.emovox.adapters.stages;

import dev.emovox.adapters.network.TestActivities;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.S3Endpoint;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;

/** Loses objects. */
final class Bucket {
  private final S3Endpoint endpoint;
  private final MinioClient client;

  Bucket(TestActivities test) {
    this.endpoint = test.servers().s3();
    this.client =
        MinioClient.builder()
            .endpoint(endpoint.url().toString())
            .region(endpoint.region())
            .credentials(endpoint.accessKey(), endpoint.secretKey().reveal())
            .build();
  }

  void remove(ArtifactRef artifact) {
    String key = artifact.uri().substring(("s3://" + endpoint.bucket() + "/").length());
    try {
      client.removeObject(RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key).build());
    } catch (MinioException e) {
      throw new IllegalStateException(e);
    }
  }
}
