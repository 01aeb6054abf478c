package dev.emovox.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageDirectory;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.inference.selftest.SelfTest;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfTestedPackageTest {
  private static final List<String> PARTS =
      List.of(
          "self_test.json", "self_test_bursts.wav", "self_test_sweep.wav", "self_test_voice.wav");

  /** As many features as {@link SampleModels#SETTINGS} give, of sound cut into other frames. */
  private static final FeatureSettings OTHER =
      new FeatureSettings("small", 16_000, 0.5, true, 0.1, 1024, 256, 13, 40, 12, 4, true);

  @TempDir Path folder;

  static List<BaselineSettings> baselines() {
    return SampleModels.settings().toList();
  }

  /** Every digest is right, whatever the files say. */
  private static MemoryFiles sealed(BaselinePackage from, Map<String, byte[]> changes) {
    Map<String, byte[]> content = new TreeMap<>(from.files());
    content.remove("package.json");
    content.putAll(changes);
    content.values().removeIf(bytes -> bytes.length == 0);
    List<PackagedFile> files =
        content.entrySet().stream()
            .map(file -> PackagedFile.of(file.getKey(), file.getValue()))
            .toList();
    MemoryFiles sealed = new MemoryFiles(from);
    sealed.files.clear();
    sealed.files.putAll(content);
    sealed.files.put(
        "package.json",
        BaselineDescription.of(from.kind(), from.labels(), files, from.provenance()).write());
    return sealed;
  }

  private static void loads(PackageFiles files) {
    try (ModelPackage read = new PackageReader().read(files)) {
      read.load(ComputeDevice.CPU).close();
    }
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void aBaselineIsTestedWhenItIsLoaded(BaselineSettings settings) {
    BaselinePackage packed = SampleModels.pack(settings);
    assertThat(packed.files()).containsKeys(PARTS.toArray(String[]::new));
    MemoryFiles files = new MemoryFiles(packed);
    assertThat(new PackageReader().read(files).selfTest().orElseThrow().probes())
        .extracting(SelfTest.Probe::file)
        .containsExactlyElementsOf(PARTS.subList(1, 4));
    loads(files);
  }

  @Test
  void anotherPreprocessingThanTheAnswersWereMadeWithIsRefused() {
    BaselineSettings settings = baselines().get(0);
    BaselinePackage packed = SampleModels.pack(settings);
    BaselinePackage other =
        BaselinePackage.of(
            new PackageContents(
                SampleModels.fit(settings, SampleModels.SETTINGS), OTHER, SampleModels.PROVENANCE));
    MemoryFiles mixed =
        sealed(packed, Map.of("preprocessing.json", other.files().get("preprocessing.json")));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> loads(mixed))
        .withMessageContainingAll("fails its self-test", "self_test_", "apart", "0.001");
  }

  @Test
  void packagesFromBeforeSelfTestsLoad() {
    BaselinePackage packed = SampleModels.pack(baselines().get(0));
    Map<String, byte[]> none = new TreeMap<>();
    PARTS.forEach(name -> none.put(name, new byte[0]));
    MemoryFiles old = sealed(packed, none);
    assertThat(old.files.keySet())
        .containsExactly("model.bin", "package.json", "preprocessing.json");
    assertThat(new PackageReader().read(old).selfTest()).isEmpty();
    loads(old);
  }

  @Test
  void aSelfTestThatIsNotWholeIsRefused() {
    BaselinePackage packed = SampleModels.pack(baselines().get(0));
    String answers = new String(packed.files().get("self_test.json"), UTF_8);
    refused(packed, "self_test.json", "");
    refused(packed, "self_test.json", "{}");
    refused(packed, "self_test.json", "{\"clips\" : [ {} ]}");
    refused(packed, "self_test.json", "[".repeat(100_000));
    refused(packed, "self_test.json", answers.replace("_voice", "_bursts"));
    refused(packed, "self_test.json", answers.replaceFirst("probabilities\" : \\[", "$0 0.1,"));
    refused(packed, "self_test.json", answers.replaceFirst("probabilities\" : \\[ 0", "$0e9, 7"));
    refused(packed, "self_test_voice.wav", "");
    refused(packed, "self_test_voice.wav", "RIFF and so on");
    refused(packed, "self_test_voice.wav", "x".repeat((1 << 20) + 1));
    refused(packed, "self_test_voice.exe", "x");
    refused(packed, "self_test_other.wav", "x");
  }

  private static void refused(BaselinePackage packed, String name, String content) {
    MemoryFiles files = sealed(packed, Map.of(name, content.getBytes(UTF_8)));
    assertThatExceptionOfType(InvalidInputException.class)
        .as("%s: %s", name, content.substring(0, Math.min(200, content.length())))
        .isThrownBy(() -> new PackageReader().read(files));
  }

  @Test
  void aNetworkIsTestedWhenItIsLoaded() throws IOException {
    TinyCheckpoint.write(folder);
    Wav2Vec2Package.seal(folder, TinyCheckpoint.PROVENANCE).close();
    assertThat(PackageFiles.directory(folder).names().orElseThrow()).containsAll(PARTS);
    loads(PackageFiles.directory(folder));
    hearAtAnotherRate();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> loads(PackageFiles.directory(folder)))
        .withMessageContainingAll("fails its self-test", "self_test_");
  }

  /** As if waveforms had been prepared otherwise when the package was made; digests are right. */
  private void hearAtAnotherRate() throws IOException {
    Files.write(
        folder.resolve("preprocessor_config.json"),
        new PreprocessorConfig(true, 8_000, false, 0, 1).write());
    PackageDirectory directory = new PackageDirectory(folder);
    List<PackagedFile> files =
        directory.names().orElseThrow().stream()
            .filter(name -> !name.equals("package.json"))
            .map(directory::describe)
            .toList();
    try (var checkpoint = CheckpointFolder.open(folder)) {
      directory.add(
          "package.json",
          Wav2Vec2Description.of(checkpoint.config().labels(), files, TinyCheckpoint.PROVENANCE)
              .write());
    }
  }
}
