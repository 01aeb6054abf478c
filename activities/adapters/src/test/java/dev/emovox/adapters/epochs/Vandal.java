package dev.emovox.adapters.epochs;

import dev.emovox.artifacts.StepKey;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.S3Endpoint;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.util.Locale;

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

  /** Deletes the record of a stage, so that it is done again. */
  void forget(StepKey key) throws MinioException {
    delete("cache/%s/%s.json".formatted(key.stage(), key.digest().hex()));
  }

  void delete(ArtifactRef artifact) throws MinioException {
    delete(artifact.uri().substring(("s3://" + endpoint.bucket() + "/").length()));
  }

  private void delete(String key) throws MinioException {
    client.removeObject(RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key).build());
  }

  /** Puts other bytes of the same number in the place of a checkpoint's first file. */
  void damageCheckpoint(StepKey key, long number) throws MinioException {
    String prefix =
        String.format(
            Locale.ROOT, "training/%s/%s/%012d/", key.stage(), key.digest().hex(), number);
    Iterable<Result<Item>> objects =
        client.listObjects(
            ListObjectsArgs.builder()
                .bucket(endpoint.bucket())
                .prefix(prefix)
                .recursive(true)
                .build());
    Item first = objects.iterator().next().get();
    byte[] other = new byte[Math.toIntExact(first.size())];
    client.putObject(
        PutObjectArgs.builder().bucket(endpoint.bucket()).object(first.objectName()).stream(
                new ByteArrayInputStream(other), (long) other.length, -1L)
            .build());
  }
}
