package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final RegistrationPlan RANDOM = new RegistrationPlan("emovox", "random");

  @Test
  void theBestOnValidationWins() {
    TrackedModel best = model("b", "random", 0.7);

    assertThat(Registration.choose(RANDOM, List.of(model("a", "random", 0.6), best)))
        .isSameAs(best);
  }

  @Test
  void theFirstOfEqualsWins() {
    TrackedModel first = model("a", "random", 0.7);

    assertThat(Registration.choose(RANDOM, List.of(first, model("b", "random", 0.7))))
        .isSameAs(first);
  }

  @Test
  void otherSplitsAreNoCandidates() {
    TrackedModel candidate = model("a", "random", 0.1);

    assertThat(Registration.choose(RANDOM, List.of(model("a", "speaker", 0.9), candidate)))
        .isSameAs(candidate);
  }

  @Test
  void aModelWithoutAScoreLosesToAnyOther() {
    TrackedModel scored = model("b", "random", 0.0);

    assertThat(Registration.choose(RANDOM, List.of(model("a", "random", Double.NaN), scored)))
        .isSameAs(scored);
  }

  @Test
  void noCandidateIsAnError() {
    assertThatThrownBy(() -> Registration.choose(RANDOM, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TrackedModel model(String name, String split, double validation) {
    StageResult none = FakeArtifacts.made(name);
    EvaluationOutcome test =
        new EvaluationOutcome(none, FakeArtifacts.scores(1 - validation), Map.of(), Map.of());
    return new TrackedModel(
        new Candidate(name, split, validation, test, none),
        new TrackedRun("1", name, "http://localhost"));
  }
}
