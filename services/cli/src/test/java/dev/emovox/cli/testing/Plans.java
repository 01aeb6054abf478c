package dev.emovox.cli.testing;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import java.util.List;

/** What runs were started with. */
public final class Plans {
  private Plans() {}

  /** The plan of a run of another version of this program, whose record can't be read. */
  public static ExperimentPlan unknown(String runId) {
    return recorded(runId, "something: else");
  }

  /** The plan of a run with a certain record. */
  public static ExperimentPlan recorded(String runId, String configuration) {
    return new ExperimentPlan(
        runId,
        "demo",
        1,
        List.of("/data"),
        List.of(),
        List.of(),
        List.of(),
        10,
        List.of(),
        List.of(),
        new RegistrationPlan("emovox", "random"),
        configuration);
  }
}
