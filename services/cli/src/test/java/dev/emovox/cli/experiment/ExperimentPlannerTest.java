package dev.emovox.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.workplace.Checkout;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentPlannerTest {
  @TempDir Path folder;

  private final Checkout checkout = Checkout.find(Map.of());

  private ExperimentPlan plan(Path data, String... settings) {
    RunIds ids =
        new RunIds(
            Clock.fixed(Instant.parse("2026-01-31T14:25:01Z"), ZoneOffset.UTC), new Random(1));
    return new ExperimentPlanner(checkout.corpora(), ids, new FakeResolver())
        .plan(
            new ExperimentLoader(checkout.experiments())
                .load("baselines", Overrides.of(List.of(settings), List.of(data))));
  }

  @Test
  void fillsInEverything() {
    ExperimentPlan plan = plan(folder);
    assertThat(plan.runId()).matches("baselines-20260131-142501-[0-9a-f]{4}");
    assertThat(RunIds.experiment(plan.runId())).hasValue("baselines");
    assertThat(plan.directories()).containsExactly(folder.toString());
    assertThat(plan.corpora())
        .extracting(CorpusSource::name)
        .containsExactly("ravdess", "crema-d", "tess", "savee");
    assertThat(plan.corpora()).allMatch(corpus -> corpus.definition().contains("name:"));
    assertThat(plan.features()).containsExactly(FeatureSettings.paper());
    assertThat(plan.registration().split()).isEqualTo("random");
    assertThat(plan.configuration()).contains(folder.toString());
  }

  @Test
  void everyModelNamesItsFeatures() {
    ExperimentPlan plan =
        plan(
            folder,
            "features=[{set: paper}, {set: paper, name: short, seconds: 1.0}]",
            "models[1].features=short");
    assertThat(plan.models())
        .extracting(model -> plan.featuresOf(model).set())
        .containsExactly("paper", "short");
    assertThat(plan.models()).allMatch(model -> model.features().isPresent());
  }

  @Test
  void noCorporaMeansAllThatAreDefined() {
    assertThat(plan(folder, "corpora=[]").corpora()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> plan(folder.resolve("nowhere")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> plan(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not a folder");
    assertThatThrownBy(() -> plan(folder, "corpora=[tes]"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tess");
  }

  @Test
  void asksForDataWhereNoneIsNamed() {
    Experiment experiment =
        new ExperimentLoader(checkout.experiments()).load("demo", Overrides.none());
    RunIds ids = new RunIds(Clock.systemUTC(), new Random(1));
    assertThatThrownBy(
            () ->
                new ExperimentPlanner(checkout.corpora(), ids, new FakeResolver()).plan(experiment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--data DIR");
  }
}
