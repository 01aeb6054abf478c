package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The registered model is the one that is best on validation; test results have no say. */
public final class RegisteredByValidation implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "selected-by-test",
          "The registered model is not the one that the rule gives, the best on the validation part. If it was taken for its test result, that result is too good.",
          "Register the model that validation gives by running the experiment again, or record the decision by `promote --reason`.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    List<TestedModel> candidates =
        run.models().stream()
            .filter(model -> model.splitName().equals(run.plan().registration().split()))
            .toList();
    if (run.status().registered() == null || candidates.isEmpty()) {
      return Stream.empty();
    }
    TestedModel best = best(candidates, TestedModel::validationUnweightedAverageRecall);
    return run.status().registered().digest().equals(best.packageDigest())
        ? Stream.empty()
        : Stream.of(new Breach(run.id() + ", registration", evidence(run, candidates, best)));
  }

  private static String evidence(AuditedRun run, List<TestedModel> candidates, TestedModel best) {
    Optional<TestedModel> registered =
        candidates.stream()
            .filter(model -> model.packageDigest().equals(run.status().registered().digest()))
            .findFirst();
    String byTest =
        registered
            .filter(model -> model == best(candidates, RegisteredByValidation::testScore))
            .map(model -> ", which is the best on the test part")
            .orElse("");
    return "%s (validation %s) is registered%s; %s (validation %s) is the best on validation"
        .formatted(
            registered.map(TestedModel::name).orElse("a package that is none of the run's"),
            registered.map(TestedModel::validationUnweightedAverageRecall).orElse(Double.NaN),
            byTest,
            best.name(),
            best.validationUnweightedAverageRecall());
  }

  private static double testScore(TestedModel model) {
    return model.evaluation().overall().unweightedAverageRecall().value();
  }

  /** Of equals the first; what could not be computed is worse than anything. */
  private static TestedModel best(List<TestedModel> models, ToDoubleFunction<TestedModel> score) {
    Comparator<TestedModel> order =
        Comparator.comparingDouble(
            model -> {
              double value = score.applyAsDouble(model);
              return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
            });
    return models.stream()
        .reduce((best, next) -> order.compare(next, best) > 0 ? next : best)
        .orElseThrow();
  }
}
