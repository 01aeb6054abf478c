package dev.emovox.serving.grpc;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the port of gRPC listens: where and by which certificate the framework's own port does. */
@Singleton
class PortOptions {
  private static final int CALLS_OF_A_CONNECTION = 100;
  private static final int HEADER_BYTES = 16_384;
  private static final int LINE_BYTES = 4_096;
  private static final int WINDOW_OF_A_CALL = 1 << 20;
  private static final int WINDOW_OF_A_CONNECTION = 4 << 20;

  private final String host;
  private final Duration idle;
  private final Optional<List<String>> certificates;
  private final Optional<List<String>> keys;

  PortOptions(
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle,
      @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
          Optional<List<String>> certificates,
      @ConfigProperty(name = "quarkus.http.ssl.certificate.key-files")
          Optional<List<String>> keys) {
    this.host = host;
    this.idle = idle;
    this.certificates = certificates;
    this.keys = keys;
  }

  HttpServerOptions on(int port) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setIdleTimeout((int) idle.toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxInitialLineLength(LINE_BYTES)
            .setAlpnVersions(List.of(HttpVersion.HTTP_2))
            .setHttp2ConnectionWindowSize(WINDOW_OF_A_CONNECTION)
            .setInitialSettings(
                new Http2Settings()
                    .setMaxConcurrentStreams(CALLS_OF_A_CONNECTION)
                    .setMaxHeaderListSize(HEADER_BYTES)
                    .setInitialWindowSize(WINDOW_OF_A_CALL));
    certificates.ifPresent(files -> secure(options, files));
    return options;
  }

  private void secure(HttpServerOptions options, List<String> files) {
    PemKeyCertOptions pem = new PemKeyCertOptions();
    files.forEach(pem::addCertPath);
    keys.orElse(List.of()).forEach(pem::addKeyPath);
    options
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(pem)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
  }
}
