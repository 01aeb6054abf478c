package dev.emovox.orchestration;

import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import java.util.List;

/** The tables that feature activities leave. */
final class FeatureTables {
  static final String OUTPUT = "features";

  private FeatureTables() {}

  static List<ArtifactRef> of(List<StageResult> results) {
    return results.stream().map(result -> result.output(OUTPUT)).toList();
  }
}
