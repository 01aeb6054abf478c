package dev.emovox.worker;

import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.Endpoints;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.settings.Secret;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Real servers, started once for all integration tests of this module. */
final class Stack implements BeforeAllCallback, ParameterResolver {

  /** The servers; closed by JUnit when all tests are done. */
  record Running(TestServers servers) implements AutoCloseable {

    /** All servers with an empty bucket of the given name, so that no cache is shared. */
    Endpoints withBucket(String bucket) {
      S3Endpoint s3 = s3(bucket, servers.s3().secretKey());
      try (S3Connection connection = new S3Connection(s3)) {
        new BucketCheck(connection).createIfMissing();
      }
      return with(s3);
    }

    /** All servers with a bucket that nobody made. */
    Endpoints withoutBucket(String bucket) {
      return with(s3(bucket, servers.s3().secretKey()));
    }

    /** All servers with a wrong secret for S3. */
    Endpoints withWrongSecret() {
      return with(s3(servers.s3().bucket(), new Secret("wrong-secret-wrong-secret")));
    }

    private S3Endpoint s3(String bucket, Secret secret) {
      S3Endpoint real = servers.s3();
      return new S3Endpoint(real.url(), bucket, real.accessKey(), secret, real.region());
    }

    private Endpoints with(S3Endpoint s3) {
      return new Endpoints(
          servers.temporal(), s3, servers.mlflow(), URI.create("http://127.0.0.1:8080"));
    }

    @Override
    public void close() {
      servers.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(
            Running.class,
            type ->
                new Running(TestServers.start(Server.TEMPORAL, Server.S3_SEAWEEDFS, Server.MLFLOW)),
            Running.class);
  }
}
