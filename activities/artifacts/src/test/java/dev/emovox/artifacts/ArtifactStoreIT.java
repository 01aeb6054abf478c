package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.Server;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record ArtifactStoreIT(Server server) {
  private static final ArtifactKind TABLE = ArtifactKind.parquet("table").version(3);
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String key(ArtifactRef artifact) {
    return S3Location.parse(artifact.uri()).key();
  }

  @Test
  void readsBackWhatWasStoredUnderItsDigest() {
    byte[] content = bytes("first");

    ArtifactRef artifact = s3.store().put(content, TABLE);

    String hex = Digest.of(content).hex();
    assertThat(artifact.uri())
        .isEqualTo(
            "s3://%s/artifacts/table/%s/%s.parquet"
                .formatted(s3.endpoint().bucket(), hex.substring(0, 2), hex));
    assertThat(artifact.bytes()).isEqualTo(content.length);
    assertThat(s3.store().read(artifact)).isEqualTo(content);
    assertThat(s3.store().verify(artifact)).isTrue();
  }

  @Test
  void storesAnEmptyArtefact() {
    ArtifactRef artifact = s3.store().put(new byte[0], TABLE);

    assertThat(s3.store().read(artifact)).isEmpty();
  }

  @Test
  void resolvesAnAddressToTheWholeReference() {
    ArtifactRef artifact = s3.store().put(bytes("resolved"), TABLE);

    assertThat(s3.store().resolve(artifact.uri())).isEqualTo(artifact);
  }

  @Test
  void removesAnArtefactAndNothingElse() {
    ArtifactRef artifact = s3.store().put(bytes("removed"), TABLE);
    ArtifactRef other = s3.store().put(bytes("kept"), TABLE);
    byte[] sound = bytes("sound");
    s3.store().putClip(Digest.of(sound), sound);
    String clip = artifact.uri().replaceFirst("artifacts/.*", "clips/00/" + "0".repeat(64));

    s3.store().remove(artifact);
    s3.store().remove(artifact);

    assertThat(s3.store().verify(artifact)).isFalse();
    assertThat(s3.store().verify(other)).isTrue();
    assertThatThrownBy(
            () -> s3.store().remove(new ArtifactRef(clip, Digest.of(sound), 5, "audio/wav", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(s3.store().read(Digest.of(sound))).isEqualTo(sound);
  }

  @Test
  void uploadsTheSameBytesOnce() throws MinioException {
    ArtifactRef artifact = s3.store().put(bytes("once"), TABLE);

    assertThat(s3.store().put(bytes("once"), TABLE)).isEqualTo(artifact);
    assertThat(s3.uploads(key(artifact))).isEqualTo(1);
  }

  @Test
  void ofEightRacingWritersOneUploads() throws Exception {
    byte[] content = new byte[100_000];
    new Random(1).nextBytes(content);
    CyclicBarrier together = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Set<ArtifactRef> artifacts = new java.util.HashSet<>();
    try {
      for (Future<ArtifactRef> future :
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(
                      i ->
                          (java.util.concurrent.Callable<ArtifactRef>)
                              () -> {
                                together.await();
                                return s3.store().put(content, TABLE);
                              })
                  .toList())) {
        artifacts.add(future.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(artifacts).hasSize(1);
    ArtifactRef artifact = artifacts.iterator().next();
    assertThat(s3.uploads(key(artifact))).isEqualTo(1);
    assertThat(s3.store().read(artifact)).isEqualTo(content);
  }

  @Test
  void namesAnArtefactWhoseBytesChanged() {
    ArtifactRef artifact = s3.store().put(bytes("honest"), TABLE);
    s3.tamper(key(artifact), bytes("forged"));

    assertThat(s3.store().verify(artifact)).isFalse();
    assertThatThrownBy(() -> s3.store().read(artifact))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(artifact.uri())
        .hasMessageContaining(artifact.digest().toString())
        .hasMessageContaining(Digest.of(bytes("forged")).toString());
  }

  @Test
  void namesAnArtefactWhoseSizeChanged() {
    ArtifactRef artifact = s3.store().put(bytes("a certain size"), TABLE);
    s3.tamper(key(artifact), bytes("longer than that certain size"));

    assertThatThrownBy(() -> s3.store().read(artifact))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(artifact.uri())
        .hasMessageContaining("14");
  }

  @Test
  void namesAnArtefactThatVanished() throws MinioException {
    ArtifactRef artifact = s3.store().put(bytes("gone soon"), TABLE);
    s3.delete(key(artifact));

    assertThat(s3.store().verify(artifact)).isFalse();
    assertThatThrownBy(() -> s3.store().read(artifact))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(artifact.uri());
  }

  @Test
  void replacesADamagedArtefactWhenItIsStoredAgain() {
    ArtifactRef artifact = s3.store().put(bytes("repaired"), TABLE);
    s3.tamper(key(artifact), bytes("REPAIRED"));

    s3.store().put(bytes("repaired"), TABLE);

    assertThat(s3.store().read(artifact)).isEqualTo(bytes("repaired"));
  }

  @Test
  void refusesAnArtefactOfAnotherBucket() {
    ArtifactRef foreign =
        new ArtifactRef("s3://elsewhere/artifacts/x", Digest.of("x"), 1, "text/plain", 1);

    assertThatThrownBy(() -> s3.store().read(foreign))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("elsewhere")
        .hasMessageContaining("EMOVOX_S3_BUCKET");
  }

  @Test
  void refusesToReadMoreIntoMemoryThanAllowed() {
    ArtifactRef artifact = s3.store().put(bytes("ten bytes!"), TABLE);

    assertThatThrownBy(() -> s3.store().read(artifact, 9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("10 bytes");
  }

  @Test
  void streamsALargeFileThereAndBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.bin");
    Random random = new Random(64);
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 64; i++) {
        random.nextBytes(block);
        out.write(block);
      }
    }

    ArtifactRef artifact = s3.store().put(file, ArtifactKind.binary("large"));
    Path copy = folder.resolve("copy.bin");
    s3.store().copy(artifact, copy);

    assertThat(artifact.bytes()).isEqualTo(64L << 20);
    assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    assertThat(s3.store().put(file, ArtifactKind.binary("large"))).isEqualTo(artifact);
  }

  @Test
  void leavesNoFileBehindWhenACopyFails(@TempDir Path folder) throws IOException {
    ArtifactRef artifact = s3.store().put(bytes("for a copy"), TABLE);
    s3.tamper(key(artifact), bytes("for a COPY"));

    assertThatThrownBy(() -> s3.store().copy(artifact, folder.resolve("copy")))
        .isInstanceOf(WorkFailedException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theServerRefusesBytesThatChangedOnTheWay() {
    Upload wrong = new Upload.Memory(bytes("other"), Checksums.of(bytes("expected")), TABLE);

    assertThatThrownBy(() -> s3.store().bucket().put("changed", wrong, WriteCondition.NONE))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("changed on the way");
    assertThat(s3.store().bucket().stat("changed")).isEmpty();
  }

  @Test
  void keepsClipsByDigestAndKnowsWhichAreMissing() {
    byte[] clip = bytes("RIFF a clip");
    Digest digest = Digest.of(clip);
    Digest never = Digest.of("never stored");

    s3.store().putClip(digest, clip);

    assertThat(s3.store().read(digest)).isEqualTo(clip);
    assertThat(s3.store().missingClips(S3Fixture.clips("RIFF a clip", "never stored")))
        .containsExactly(never);
    ClipSizes longer = new ClipSizes();
    longer.add(digest, clip.length + 1);
    assertThat(s3.store().missingClips(longer)).containsExactly(digest);
  }

  @Test
  void knowsWhichClipsNeedNotBeSentAgain() {
    byte[] clip = bytes("RIFF a known clip");
    byte[] damaged = bytes("RIFF to be changed");
    s3.store().putClip(Digest.of(clip), clip);
    s3.store().putClip(Digest.of(damaged), damaged);
    s3.tamper(Clips.key(Digest.of(damaged)), bytes("RIFF to bE changed"));

    KnownClips known =
        s3.store()
            .knownClips(S3Fixture.clips("RIFF a known clip", "RIFF to be changed", "unstored"));

    assertThat(known.clips()).isEqualTo(2);
    assertThat(known.holds(Digest.of(clip), clip)).isTrue();
    assertThat(known.holds(Digest.of(damaged), damaged)).isFalse();
    assertThat(known.holds(Digest.of("unstored"), bytes("unstored"))).isFalse();
    assertThat(known.holds(Digest.of("unasked"), bytes("unasked"))).isFalse();
  }

  @Test
  void storesManyClipsAtOnceEachOnce() throws MinioException {
    Set<Digest> digests = new TreeSet<>();
    ClipSizes sizes = new ClipSizes();
    for (int round = 0; round < 2; round++) {
      try (ClipUploader uploader = new ClipUploader(s3.store())) {
        for (int i = 0; i < 1200; i++) {
          byte[] clip = bytes("clip number " + i);
          digests.add(Digest.of(clip));
          sizes.add(Digest.of(clip), clip.length);
          uploader.store(Digest.of(clip), clip);
        }
        assertThat(uploader.finish()).isEqualTo(1200);
      }
    }

    assertThat(s3.store().missingClips(sizes)).isEmpty();
    int uploads = 0;
    for (Digest digest : digests.stream().limit(20).toList()) {
      uploads += s3.uploads(Clips.key(digest));
    }
    assertThat(uploads).isEqualTo(20);
  }

  @Test
  void aClipThatChangedIsNamed() {
    byte[] clip = bytes("a clip to change");
    s3.store().putClip(Digest.of(clip), clip);
    s3.tamper(Clips.key(Digest.of(clip)), bytes("A clip to change"));

    assertThatThrownBy(() -> s3.store().read(Digest.of(clip)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(Clips.key(Digest.of(clip)));

    s3.store().putClip(Digest.of(clip), clip);
    assertThat(s3.store().read(Digest.of(clip))).isEqualTo(clip);
  }
}
