package dev.emovox.local.servers;

import dev.emovox.local.process.Readiness;
import dev.emovox.settings.S3Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SeaweedFS in one process: an S3 server over its own volume, filer and master servers.
 *
 * <p>Its filer port answers anonymous requests, so everything is bound to the loopback address: who
 * can run programs on this machine can read it.
 *
 * @param program the {@code weed} command
 * @param ports where it listens
 * @param folder where its data lies
 * @param endpoint address, the only account, and the bucket that is made at the start
 */
public record SeaweedServer(Path program, SeaweedPorts ports, Path folder, S3Endpoint endpoint) {
  /** The command that starts it. */
  public ServerLaunch launch() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "mini", "-dir=" + folder));
    command.addAll(List.of("-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-bucket=" + endpoint.bucket()));
    command.addAll(List.of("-webdav=false", "-admin.ui=false"));
    command.addAll(List.of("-s3.port.iceberg=0", "-s3.port.lance=0", "-s3.autoCreateBucket=false"));
    command.addAll(ports.arguments());
    return new ServerLaunch(
        "s3",
        command,
        Map.of(
            "AWS_ACCESS_KEY_ID",
            endpoint.accessKey(),
            "AWS_SECRET_ACCESS_KEY",
            endpoint.secretKey().reveal()),
        readiness(),
        Duration.ofSeconds(15));
  }

  /** The bucket is made after the S3 port answers; the filer says without a key whether it is. */
  private Readiness readiness() {
    URI filer = URI.create("http://127.0.0.1:" + ports.filer());
    Readiness answers = Readiness.http(endpoint.url().resolve("/healthz"));
    Readiness bucket = Readiness.http(filer.resolve("/buckets/" + endpoint.bucket()));
    return () -> answers.isReady() && bucket.isReady();
  }
}
