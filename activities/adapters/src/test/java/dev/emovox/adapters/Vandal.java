package dev.emovox.adapters;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.settings.S3Endpoint;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
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

  /** Clips that are in the bucket. */
  int countClips() throws MinioException {
    int clips = 0;
    for (Result<Item> object :
        client.listObjects(
            ListObjectsArgs.builder()
                .bucket(endpoint.bucket())
                .prefix("clips/")
                .recursive(true)
                .build())) {
      clips += object.get().isDir() ? 0 : 1;
    }
    return clips;
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
