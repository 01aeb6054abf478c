package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.local.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are too large for one request, of which the limit is lowered here. */
@ParameterizedClass
@MethodSource("servers")
record LargeArtifactIT(Server server) {
  private static final ArtifactKind KIND =
      new ArtifactKind("weights", "application/octet-stream", ".safetensors", 1);
  private static final int BYTES = 20 << 20;

  private static S3Fixture s3;
  private static S3Connection connection;
  private static ArtifactStore store;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) throws Exception {
    s3 = new S3Fixture(server);
    s3.countUploads();
    connection = new S3Connection(s3.endpoint());
    store = new ArtifactStore(connection, BYTES - 1);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    connection.close();
    s3.close();
  }

  @Test
  void isStoredOnceInPartsUnderItsDigest(@TempDir Path folder) throws Exception {
    byte[] content = new byte[BYTES];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("weights"), content);

    ArtifactRef artifact = store.put(file, KIND);

    String key = S3Location.parse(artifact.uri()).key();
    assertThat(artifact.digest()).isEqualTo(Digest.of(content));
    assertThat(store.verify(artifact)).isTrue();
    assertThat(store.resolve(artifact.uri())).isEqualTo(artifact);
    assertThat(store.find(artifact.digest(), KIND)).contains(artifact);
    assertThat(store.put(file, KIND)).isEqualTo(artifact);
    assertThat(s3.uploads(key)).isEqualTo(1);

    s3.tamper(key, new byte[BYTES]);
    assertThat(store.put(file, KIND)).isEqualTo(artifact);
    assertThat(store.verify(artifact)).isTrue();
  }

  @Test
  void whatIsNotStoredIsNotFound() {
    assertThat(store.find(Digest.of("nothing"), KIND)).isEmpty();
  }
}
