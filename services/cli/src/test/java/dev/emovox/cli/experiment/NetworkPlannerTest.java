package dev.emovox.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.StartingPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPlannerTest {
  @TempDir Path folder;

  private final Checkout checkout = Checkout.find(Map.of());
  private final FakeResolver resolver = new FakeResolver();

  @BeforeEach
  void writeFiles() throws IOException {
    Path small = checkout.root().resolve("configs").resolve("architectures").resolve("small.json");
    Files.copy(small, folder.resolve("small.json"));
    try (var in = NetworkPlannerTest.class.getResourceAsStream("/every-network-key.yaml")) {
      Files.copy(in, folder.resolve("x.yaml"));
    }
  }

  private ExperimentPlan plan(String... settings) {
    RunIds ids = new RunIds(Clock.systemUTC(), new Random(1));
    return new ExperimentPlanner(checkout.corpora(), ids, resolver)
        .plan(
            new ExperimentLoader(checkout.experiments())
                .load(
                    folder.resolve("x.yaml").toString(),
                    Overrides.of(List.of(settings), List.of(folder))));
  }

  private static String source(ExperimentPlan plan, int network) {
    return ((StartingPoint.Pretrained) plan.networks().get(network).start()).source();
  }

  @Test
  void thePlanNamesWhatWorkersUnderstand() throws IOException {
    ExperimentPlan plan = plan();
    assertThat(source(plan, 0)).isEqualTo(Digest.of("hub/some-network@main").toString());
    String architecture = Files.readString(folder.resolve("small.json"));
    assertThat(plan.networks().get(1).start()).isEqualTo(new StartingPoint.Scratch(architecture));
    assertThat(plan.networks().get(0).stages()).hasSize(2);
    assertThat(plan.models()).isEmpty();
    assertThat(plan.features()).isEmpty();
  }

  @Test
  void theRecordKeepsWhatWasWrittenAndSaysWhatItWas() throws IOException {
    String record = plan().configuration();
    assertThat(record)
        .contains("source: hub/some-network", "architecture: small.json")
        .endsWith(
            """
            # When the run was planned:
            # networks[0].start.source: hub/some-network is SOURCE, imported from hub/some-network@main
            # networks[1].start.architecture: small.json is FILE
            """
                .replace("SOURCE", Digest.of("hub/some-network@main").toString())
                .replace(
                    "FILE",
                    Digest.of(
                            Files.readString(folder.resolve("small.json"), StandardCharsets.UTF_8))
                        .toString()));
    Path again = Files.writeString(folder.resolve("again.yaml"), record);
    assertThat(
            new ExperimentLoader(checkout.experiments())
                .load(again.toString(), Overrides.none())
                .file()
                .networks())
        .hasSize(2);
  }

  @Test
  void foldersAreLookedForBesideTheFileAndWhatSeveralHaveIsImportedOnce() throws IOException {
    Files.createDirectories(folder.resolve("nets/tiny"));
    ExperimentPlan plan =
        plan(
            "networks[0].start.source=nets/tiny",
            "networks[1].start={kind: pretrained, source: ./nets/tiny}");
    assertThat(resolver.imported())
        .containsExactly(new ImportSource.Folder(folder.resolve("nets/tiny")));
    assertThat(source(plan, 0)).isEqualTo(source(plan, 1));
  }

  @Test
  void aDigestIsLookedFor() {
    String stored = "sha256:" + "1".repeat(64);
    assertThat(source(plan("networks[0].start.source=" + stored), 0)).isEqualTo(stored);
    assertThat(resolver.imported()).isEmpty();
    assertThatThrownBy(() -> plan("networks[0].start.source=sha256:" + "0".repeat(64)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--set: networks[0].start.source names no usable checkpoint")
        .hasMessageContaining("is not stored");
  }

  @Test
  void whatOnlyTheCheckpointTellsIsCheckedThen() {
    assertThatThrownBy(() -> plan("networks[0].stages[1].freezing.lowest_layers=13"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is 13, but the network has 12 layers");
  }

  @Test
  void nothingIsImportedForAPlanThatIsWrongOtherwise() {
    assertThatThrownBy(() -> plan("corpora=[nope]")).isInstanceOf(InvalidInputException.class);
    assertThat(resolver.imported()).isEmpty();
  }
}
