package dev.emovox.local.servers;

import dev.emovox.local.process.Readiness;
import dev.emovox.settings.S3Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * MinIO on one folder.
 *
 * @param program the {@code minio} command
 * @param folder where its data lies
 * @param endpoint address, root account, and the bucket that is made at the start
 */
public record MinioServer(Path program, Path folder, S3Endpoint endpoint) {
  /** The command that starts it. Makes the bucket: to MinIO it is a folder in its data folder. */
  public ServerLaunch launch() {
    try {
      Files.createDirectories(folder.resolve(endpoint.bucket()));
    } catch (IOException e) {
      throw new UncheckedIOException("can't make the bucket's folder in " + folder, e);
    }
    return new ServerLaunch(
        "s3",
        List.of(
            program.toString(),
            "server",
            folder.toString(),
            "--address",
            endpoint.url().getAuthority(),
            "--quiet"),
        Map.of(
            "MINIO_ROOT_USER",
            endpoint.accessKey(),
            "MINIO_ROOT_PASSWORD",
            endpoint.secretKey().reveal(),
            "MINIO_BROWSER",
            "off",
            "MINIO_UPDATE",
            "off"),
        // Its health address says yes somewhat before it stops answering others with 503.
        Readiness.refusal(endpoint.url().resolve("/" + endpoint.bucket() + "/")),
        Duration.ofSeconds(10));
  }
}
