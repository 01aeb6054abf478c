package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.Server;
import io.minio.errors.MinioException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record StepCacheIT(Server server) {
  private static S3Fixture s3;
  private static StepCache cache;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    s3 = new S3Fixture(server);
    cache = new StepCache(s3.store());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    s3.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static StepKey key(String settings) {
    return StepKey.of("features", 1, settings, List.of(Digest.of("input")));
  }

  private static List<CachedOutput> record(StepKey key) {
    ArtifactRef table = s3.store().put(bytes("table of " + key), ArtifactKind.parquet("features"));
    ArtifactRef counts = s3.store().put(bytes("counts of " + key), ArtifactKind.json("counts"));
    List<CachedOutput> outputs =
        List.of(new CachedOutput("table", table), new CachedOutput("counts", counts));
    cache.record(key, new CachedStep(outputs, "{\"clips\":3,\"rate\":0.25}"));
    return outputs;
  }

  @Test
  void aStageThatWasNeverRecordedIsAMiss() {
    assertThat(cache.find(key("never"))).isEmpty();
  }

  @Test
  void findsWhatWasRecordedWithItsSummary() {
    StepKey key = key("recorded");
    List<CachedOutput> outputs = record(key);

    assertThat(cache.find(key)).contains(outputs);
    assertThat(cache.findStep(key).orElseThrow().summary())
        .isEqualTo("{\"clips\":3,\"rate\":0.25}");
  }

  @Test
  void allThatIsRecordedOfAStageIsListedWithoutALookAtTheOutputs() throws MinioException {
    StepKey first = StepKey.of("listed", 1, "first", List.of());
    StepKey second = StepKey.of("listed", 1, "second", List.of());
    List<CachedOutput> gone = record(first);
    List<CachedOutput> whole = record(second);
    record(StepKey.of("listed-otherwise", 1, "first", List.of()));
    s3.delete(S3Location.parse(gone.get(0).artifact().uri()).key());
    s3.tamper("cache/listed/notes.txt", bytes("not a record"));
    s3.tamper("cache/listed/" + "0".repeat(64) + ".json", bytes("{}"));

    assertThat(cache.recorded("listed"))
        .extracting(CachedStep::outputs)
        .containsExactlyInAnyOrder(gone, whole);
    assertThat(cache.recorded("never")).isEmpty();
  }

  @Test
  void recordingAgainReplaces() {
    StepKey key = key("replaced");
    List<CachedOutput> outputs = record(key);

    cache.record(key, outputs.subList(0, 1));

    assertThat(cache.find(key)).contains(outputs.subList(0, 1));
  }

  @Test
  void aDeletedOutputIsAMissAndMakesNoOtherStageMiss() throws MinioException {
    StepKey broken = key("with a deleted output");
    StepKey whole = key("whole");
    List<CachedOutput> outputs = record(broken);
    record(whole);

    s3.delete(S3Location.parse(outputs.get(1).artifact().uri()).key());

    assertThat(cache.find(broken)).isEmpty();
    assertThat(cache.find(whole)).isPresent();
  }

  @Test
  void anOutputWhoseBytesChangedIsAMissUntilItIsMadeAgain() {
    StepKey key = key("with a changed output");
    String uri = record(key).get(0).artifact().uri();
    byte[] changed = bytes("TABLE of " + key);

    s3.tamper(S3Location.parse(uri).key(), changed);
    assertThat(cache.find(key)).isEmpty();

    record(key);
    assertThat(cache.find(key)).isPresent();
  }

  @Test
  void aDamagedRecordIsAMiss() {
    StepKey key = key("with a damaged record");
    record(key);
    String text = new String(content(key), StandardCharsets.UTF_8);

    for (String damaged :
        List.of(
            "",
            "{}",
            "not JSON",
            text.substring(0, text.length() / 2),
            text.replace("\"clips\":3", "\"clips\":4"),
            text.replace("\"clips\":3", "\"clips\":1e999"),
            text.replace("\"bytes\":", "\"bytes\":-"),
            text.replace("\"table\"", "\"other\""))) {
      assertThat(damaged).isNotEqualTo(text);
      s3.tamper(key.objectKey(), bytes(damaged));
      assertThat(cache.findStep(key)).as(damaged).isEmpty();
    }

    s3.tamper(key.objectKey(), bytes(text));
    assertThat(cache.findStep(key)).isPresent();
  }

  @Test
  void aRecordOfAnotherStageIsAMiss() {
    StepKey key = key("original");
    StepKey thief = key("thief");
    record(key);

    s3.tamper(thief.objectKey(), content(key));

    assertThat(cache.find(thief)).isEmpty();
  }

  private static byte[] content(StepKey key) {
    return s3.store().bucket().readSmall(key.objectKey(), 1 << 20).orElseThrow();
  }

  @Test
  void keepsPackagesWhole() {
    PackageStore packages = new PackageStore(s3.store());
    byte[] index = bytes("{\"format\":\"emovox.package/1\"}");
    Map<String, byte[]> files =
        Map.of("package.json", index, "model.json", bytes("[1,2]"), "weights.bin", new byte[9]);

    List<CachedOutput> outputs = packages.writeAll(files, Digest.of(index));

    assertThat(outputs)
        .extracting(CachedOutput::name)
        .containsExactly("package", "package/model.json", "package/weights.bin");
    assertThat(packages.write(files, Digest.of(index))).isEqualTo(outputs.get(0).artifact());
    assertThat(packages.read(Digest.of(index), "model.json")).isEqualTo(bytes("[1,2]"));
    assertThat(packages.read(Digest.of(index), "package.json")).isEqualTo(index);
    assertThat(outputs.get(0).artifact().uri())
        .isEqualTo(packages.folder(Digest.of(index)) + "package.json");
  }

  @Test
  void aPackageThatIsNotThereIsNamed() {
    PackageStore packages = new PackageStore(s3.store());

    assertThatThrownBy(() -> packages.read(Digest.of("no package"), "package.json"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(packages.folder(Digest.of("no package")));
    assertThatThrownBy(() -> packages.read(Digest.of("x"), "../../clips/ab"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aPackageWhoseIndexChangedIsRefused() {
    PackageStore packages = new PackageStore(s3.store());
    byte[] index = bytes("{\"kind\":\"forest\"}");
    ArtifactRef artifact = packages.write(Map.of("package.json", index), Digest.of(index));

    s3.tamper(S3Location.parse(artifact.uri()).key(), bytes("{\"kind\":\"FOREST\"}"));

    assertThatThrownBy(() -> packages.read(Digest.of(index), "package.json"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(artifact.uri());
  }
}
