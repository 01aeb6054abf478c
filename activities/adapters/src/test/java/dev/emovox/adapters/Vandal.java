package dev.emovox.adapters;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.settings.S3Endpoint;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;

/** Does to a bucket what nobody should. */
final class Vandal {
  private final S3Endpoint endpoint;
  private final MinioClient client;

  Vandal(S3Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client =
        MinioClient.builder()
            .endpoint(endpoint.url().toString())
            .region(endpoint.region())
            .credentials(endpoint.accessKey(), endpoint.secretKey().reveal())
            .build();
  }

  void delete(ArtifactRef artifact) throws MinioException {
    delete(key(artifact));
  }

  void deleteClip(Digest clip) throws MinioException {
    delete("clips/" + clip.hex().substring(0, 2) + "/" + clip.hex());
  }

  private void delete(String key) throws MinioException {
    client.removeObject(RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key).build());
  }

  /** Puts other bytes of the same number in an artefact's place. */
  void replace(ArtifactRef artifact) throws MinioException {
    byte[] other = new byte[(int) artifact.bytes()];
    client.putObject(
        PutObjectArgs.builder().bucket(endpoint.bucket()).object(key(artifact)).stream(
                new ByteArrayInputStream(other), (long) other.length, -1L)
            .build());
  }

  private String key(ArtifactRef artifact) {
    return artifact.uri().substring(("s3://" + endpoint.bucket() + "/").length());
  }
}
