package dev.emovox.adapters;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.SplitSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** A split's settings as parameters of the models that are trained on it. */
public final class SplitParams {
  private SplitParams() {}

  /** The settings of a plan's split by parameter name; only its name if the plan has none such. */
  public static Map<String, String> of(ExperimentPlan plan, String splitName) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("split", splitName);
    plan.splits().stream()
        .filter(split -> split.name().equals(splitName))
        .forEach(split -> add(params, split));
    return params;
  }

  private static void add(Map<String, String> params, SplitSettings split) {
    params.put("split_policy", split.policy().name());
    params.put("train", Double.toString(split.train()));
    params.put("validation", Double.toString(split.validation()));
    params.put("test", Double.toString(split.test()));
  }
}
