package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.Server;
import io.minio.errors.MinioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record PackageStoreIT(Server server) {
  private static S3Fixture s3;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) throws MinioException {
    s3 = new S3Fixture(server);
    s3.countUploads();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    s3.close();
  }

  private static Path folder(Path parent, long seed) throws IOException {
    byte[] weights = new byte[3 << 20];
    new Random(seed).nextBytes(weights);
    Path folder = Files.createDirectory(parent.resolve("package-" + seed));
    Files.write(folder.resolve("model.safetensors"), weights);
    Files.writeString(
        folder.resolve("package.json"), "{\"weights\": \"" + Digest.of(weights) + "\"}");
    return folder;
  }

  private static Digest digest(Path folder) throws IOException {
    return Digest.of(folder.resolve("package.json"));
  }

  @Test
  void aFolderIsStoredOnceAndStreamedBack(@TempDir Path parent) throws Exception {
    PackageStore store = new PackageStore(s3.store());
    Path folder = folder(parent, 1);
    List<CachedOutput> outputs = store.writeFolder(folder, digest(folder));
    assertThat(outputs)
        .extracting(CachedOutput::name)
        .containsExactly("package", "package/model.safetensors");
    store.writeFolder(folder, digest(folder));
    assertThat(s3.uploads("models/" + digest(folder).hex() + "/")).isEqualTo(2);

    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    store.copy(digest(folder), "model.safetensors", copy);
    assertThat(copy.toByteArray())
        .isEqualTo(Files.readAllBytes(folder.resolve("model.safetensors")));
  }

  @Test
  void aFolderAndItsBytesAreTheSamePackage(@TempDir Path parent) throws IOException {
    PackageStore store = new PackageStore(s3.store());
    Path folder = folder(parent, 2);
    byte[] index = Files.readAllBytes(folder.resolve("package.json"));
    byte[] weights = Files.readAllBytes(folder.resolve("model.safetensors"));
    assertThat(
            store.writeAll(
                Map.of("package.json", index, "model.safetensors", weights), Digest.of(index)))
        .isEqualTo(store.writeFolder(folder, digest(folder)));
  }

  @Test
  void anotherDigestThanTheFoldersIsAMistake(@TempDir Path parent) throws IOException {
    Path folder = folder(parent, 3);
    PackageStore store = new PackageStore(s3.store());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.writeFolder(folder, Digest.of("other")));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> store.writeFolder(parent.resolve("nowhere"), Digest.of("other")))
        .withMessageContaining("nowhere");
  }

  @Test
  void whatIsNotThereOrHasNoNameIsRefused() {
    PackageStore store = new PackageStore(s3.store());
    OutputStream out = OutputStream.nullOutputStream();
    assertThatExceptionOfType(WorkFailedException.class)
        .isThrownBy(() -> store.copy(Digest.of("nothing"), "model.safetensors", out));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> store.copy(Digest.of("nothing"), "../../etc/passwd", out));
  }

  @Test
  void aReaderEndsTheTransferWithItsOwnWords(@TempDir Path parent) throws IOException {
    PackageStore store = new PackageStore(s3.store());
    Path folder = folder(parent, 4);
    store.writeFolder(folder, digest(folder));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) {
            throw new InvalidInputException("that is enough");
          }
        };
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> store.copy(digest(folder), "model.safetensors", full))
        .withMessage("that is enough");
  }
}
