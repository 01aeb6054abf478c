package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration that MLflow was told of when the run began is the one that is shown. */
public final class ConfigurationTracked implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "configuration-differs",
          "The configuration that is kept for the run is not the one that it began with.",
          "Compare the run's record with `experiment.yaml` in MLflow and with Temporal's history; don't believe the shown configuration until you know which was changed.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.tracked().stream()
        .flatMap(
            tracked -> {
              Map<String, String> differences = new LinkedHashMap<>();
              compare(
                  differences,
                  "configuration",
                  Optional.ofNullable(tracked.tags().get("emovox.configuration")),
                  Digest.of(run.plan().configuration()).toString());
              compare(differences, "seed", seed(tracked), Long.toString(run.plan().seed()));
              return differences.entrySet().stream();
            })
        .map(entry -> new Breach(run.id() + ", " + entry.getKey(), entry.getValue()));
  }

  private static Optional<String> seed(TrackedValues tracked) {
    return Optional.ofNullable(tracked.params().get("seed"));
  }

  private static void compare(
      Map<String, String> differences, String what, Optional<String> told, String kept) {
    if (!told.equals(Optional.of(kept))) {
      differences.put(
          what, "MLflow was told %s, the record has %s".formatted(told.orElse("nothing"), kept));
    }
  }
}
