package dev.emovox.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinePackageTest {
  private static final PackageReader READER = new PackageReader();

  private static BaselinePackage regression;
  private static BaselinePackage forest;

  @TempDir Path folder;

  @BeforeAll
  static void fit() {
    List<BaselineSettings> settings = SampleModels.settings().toList();
    regression = SampleModels.pack(settings.get(0));
    forest = SampleModels.pack(settings.get(1));
  }

  static Stream<BaselinePackage> both() {
    return Stream.of(regression, forest);
  }

  private static void refused(PackageFiles files, String reason) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> READER.read(files))
        .withMessageContaining(reason);
  }

  @Test
  void whatWasPackedComesBack() {
    both()
        .forEach(
            packed -> {
              BaselinePackage read =
                  (BaselinePackage) READER.read(new MemoryFiles(packed), packed.digest());
              assertThat(read.kind()).isEqualTo(packed.kind());
              assertThat(read.labels()).isEqualTo(SampleModels.LABELS);
              assertThat(read.preprocessing())
                  .isEqualTo(new Preprocessing.Features(SampleModels.SETTINGS));
              assertThat(read.provenance()).isEqualTo(SampleModels.PROVENANCE);
              assertThat(read.files()).containsExactlyInAnyOrderEntriesOf(packed.files());
            });
  }

  @Test
  void sameContentsAreTheSamePackage() {
    BaselinePackage again = SampleModels.pack(SampleModels.settings().findFirst().orElseThrow());
    assertThat(again.digest()).isEqualTo(regression.digest());
    assertThat(again.digest()).isEqualTo(Digest.of(again.files().get("package.json")));
    assertThat(forest.digest()).isNotEqualTo(regression.digest());
  }

  @Test
  void aPackageGoesThroughADirectory() {
    Path target = folder.resolve("a/b");
    regression.write(target);
    assertThat(target).isDirectoryContaining(file -> file.endsWith("package.json"));
    assertThat(READER.read(PackageFiles.directory(target)).digest()).isEqualTo(regression.digest());
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> forest.write(target))
        .withMessageContaining("not empty");
  }

  @Test
  void everyFlippedByteIsRefused() {
    Random random = new Random(1);
    List<String> accepted = new ArrayList<>();
    both()
        .forEach(
            packed -> {
              for (String name : packed.files().keySet()) {
                MemoryFiles files = new MemoryFiles(packed);
                byte[] content = files.files.get(name);
                for (int at = 0; at < content.length; at += step(name)) {
                  byte before = content[at];
                  content[at] ^= (byte) (1 << random.nextInt(8));
                  if (!isRefused(files)) {
                    accepted.add(name + " at " + at);
                  }
                  content[at] = before;
                }
              }
            });
    assertThat(accepted).isEmpty();
  }

  /** Sound is long, and each of its bytes is like the others. */
  private static int step(String name) {
    return name.endsWith(".wav") ? 991 : 1;
  }

  private static boolean isRefused(PackageFiles files) {
    try {
      READER.read(files);
      return false;
    } catch (InvalidInputException e) {
      return true;
    }
  }

  @Test
  void everyTruncationIsRefused() {
    for (String name : regression.files().keySet()) {
      MemoryFiles files = new MemoryFiles(regression);
      byte[] content = files.files.get(name);
      for (int length = 0; length < content.length; length += 7 * step(name)) {
        files.files.put(name, Arrays.copyOf(content, length));
        assertThat(isRefused(files)).as("%s, first %d bytes", name, length).isTrue();
      }
    }
  }

  @Test
  void aMissingFileIsNamed() {
    for (String name : regression.files().keySet()) {
      MemoryFiles files = new MemoryFiles(regression);
      files.files.remove(name);
      refused(files, name);
    }
    refused(PackageFiles.directory(folder.resolve("nowhere")), "package.json");
  }

  @Test
  void aFileTooManyIsNamed() throws Exception {
    regression.write(folder);
    Files.writeString(folder.resolve("extra.pkl"), "x");
    refused(PackageFiles.directory(folder), "extra.pkl");
  }

  @Test
  void anotherPackageThanAskedForIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> READER.read(new MemoryFiles(regression), forest.digest()))
        .withMessageContaining(forest.digest().toString());
  }

  /** Sealed anew after the change, as a mistaken program would write it. */
  private static MemoryFiles with(
      byte[] model, byte[] preprocessing, LabelSet labels, String kind) {
    MemoryFiles files = new MemoryFiles(regression);
    files.files.keySet().removeIf(name -> name.startsWith("self_test"));
    files.files.put("model.bin", model);
    files.files.put("preprocessing.json", preprocessing);
    BaselineDescription description =
        BaselineDescription.of(
            kind,
            labels,
            List.of(
                PackagedFile.of("model.bin", model),
                PackagedFile.of("preprocessing.json", preprocessing)),
            SampleModels.PROVENANCE);
    files.files.put("package.json", description.write());
    return files;
  }

  private static byte[] file(String name) {
    return regression.files().get(name);
  }

  @Test
  void anotherClassOrderThanTheModelsIsRefused() {
    LabelSet swapped = new LabelSet(List.of("high", "low"));
    refused(
        with(file("model.bin"), file("preprocessing.json"), swapped, regression.kind()),
        "their order counts");
  }

  @Test
  void anotherKindThanTheModelsIsRefused() {
    refused(
        with(file("model.bin"), file("preprocessing.json"), SampleModels.LABELS, "random-forest"),
        "random-forest");
  }

  @Test
  void aModelOfAnUnknownFormatIsRefused() {
    refused(
        with(new byte[100], file("preprocessing.json"), SampleModels.LABELS, "new-kind"),
        "not the bytes of a baseline model");
  }

  private static MemoryFiles withPreprocessing(String from, String to) {
    String text = new String(file("preprocessing.json"), UTF_8);
    assertThat(text).contains(from);
    byte[] changed = text.replace(from, to).getBytes(UTF_8);
    return with(file("model.bin"), changed, SampleModels.LABELS, regression.kind());
  }

  @Test
  void preprocessingThatCannotBeHonouredIsRefused() {
    refused(withPreprocessing("\"fft_size\" : 512", "\"fft_size\" : 500"), "fft_size");
    refused(withPreprocessing("\"sample_rate\" : 16000", "\"sample_rate\" : -1"), "sample_rate");
    refused(withPreprocessing("\"mfcc_count\" : 13", "\"mfcc_count\" : 20"), "the model takes 30");
    refused(
        withPreprocessing("\"hop_length\"", "\"pre_emphasis\" : 0.97, \"hop_length\""),
        "pre_emphasis");
    refused(withPreprocessing("\"hop_length\" : 256,", ""), "preprocessing.json");
  }

  @Test
  void versionsThatCannotBeMadeAreRefused() {
    refused(
        withVersions("{\"kind\" : \"original\"}, {\"kind\" : \"original\"}"), "gives 60 values");
    refused(withVersions("{\"kind\" : \"echo\"}"), "preprocessing.json");
    refused(withVersions("null"), "preprocessing.json");
    refused(withVersions("{\"kind\" : \"time-stretch\", \"rate\" : 0}"), "time stretch");
    refused(withVersions("{\"kind\" : \"time-stretch\"}"), "preprocessing.json");
    refused(withVersions("{\"kind\" : \"pitch-shift\", \"semitones\" : 1e9}"), "pitch shift");
  }

  private static MemoryFiles withVersions(String versions) {
    return withPreprocessing(
        "\"hop_length\"", "\"concatenated_versions\" : [ " + versions + " ], \"hop_length\"");
  }

  @Test
  void packingWhatDoesNotFitIsRefused() {
    BaselineModel model = new BaselineModelFormat().read(file("model.bin"));
    PackageContents contents =
        new PackageContents(model, FeatureSettings.paper(), SampleModels.PROVENANCE);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> BaselinePackage.of(contents))
        .withMessageContaining("59 values and the model takes 30");
  }

  private static MemoryFiles withDescription(String from, String to) {
    MemoryFiles files = new MemoryFiles(regression);
    String text = new String(file("package.json"), UTF_8);
    assertThat(text).contains(from);
    files.files.put("package.json", text.replace(from, to).getBytes(UTF_8));
    return files;
  }

  @Test
  void unknownFormatsAndVersionsAreNamed() {
    refused(withDescription("emovox-model-package", "other-package"), "'other-package'");
    refused(withDescription("\"version\" : 1", "\"version\" : 3"), "version 3");
    refused(withDescription("\"version\" : 1", "\"version\" : \"1\""), "version \"1\"");
    refused(withDescription("\"provenance\"", "\"surprise\" : 1, \"provenance\""), "surprise");
  }

  @Test
  void aHostileDescriptionIsRefused() {
    for (String text :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"format\":\"emovox-model-package\",\"version\":1}",
            "[".repeat(100_000))) {
      MemoryFiles files = new MemoryFiles(regression);
      files.files.put("package.json", text.getBytes(UTF_8));
      refused(files, "package.json");
    }
    MemoryFiles huge = new MemoryFiles(regression);
    huge.files.put("package.json", new byte[PackageDescription.MAX_BYTES + 1]);
    refused(huge, "package.json");
  }

  @Test
  void namesThatLeadOutOfThePackageAreRefused() {
    BaselineDescription description =
        new SnakeCaseJson().read(file("package.json"), BaselineDescription.class);
    BaselineDescription leading =
        BaselineDescription.of(
            description.kind(),
            description.labels(),
            List.of(PackagedFile.of("../../etc/passwd", new byte[0]), description.files().get(1)),
            description.provenance());
    MemoryFiles files = new MemoryFiles(regression);
    files.files.put("package.json", leading.write());
    refused(files, "describes the files");
  }
}
