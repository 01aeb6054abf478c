package dev.emovox.cli.benchmark.baselines;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.Work;
import java.util.List;

/**
 * One fit.
 *
 * @param model with the paper's settings
 * @param set name of the feature set
 */
record FitWork(BaselineSettings model, String set) {
  private static final String ON = " on ";

  /** The paper's baselines. */
  private static final List<BaselineSettings> MODELS =
      List.of(
          new BaselineSettings.LogisticRegression("logistic-regression", 1, 1000),
          new BaselineSettings.RandomForest("random-forest", 100, 1));

  static List<FitWork> of(FeatureSettings settings) {
    return MODELS.stream().map(model -> new FitWork(model, settings.set())).toList();
  }

  static FitWork parse(Work work) {
    String[] parts = work.written().split(ON, 2);
    BaselineSettings model =
        MODELS.stream().filter(its -> its.name().equals(parts[0])).findFirst().orElseThrow();
    return new FitWork(model, parts[1]);
  }

  Work work() {
    return new Work(model.name() + ON + set);
  }
}
