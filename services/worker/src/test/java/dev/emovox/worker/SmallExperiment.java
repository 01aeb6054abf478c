package dev.emovox.worker;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two models on two splits of the synthetic corpora. */
final class SmallExperiment {
  static final String NAME = "small";
  static final String MODEL = "emovox-test";

  private SmallExperiment() {}

  /** Writes two of the synthetic corpora, which is enough to have two and quick to compute. */
  static void speech(Path directory) {
    SyntheticCorpora.write(directory, 1);
    Folders.delete(directory.resolve("CREMA-D"));
    Folders.delete(directory.resolve("TESS"));
  }

  /**
   * The plan of a run.
   *
   * @param data the folder with speech
   */
  static ExperimentPlan plan(String runId, Path data, int clipsPerShard) {
    return new ExperimentPlan(
        runId,
        NAME,
        1,
        List.of(data.toString()),
        corpora(),
        List.of(
            new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15),
            new SplitSettings("speakers", SplitPolicy.SPEAKER_DISJOINT, 0.6, 0.2, 0.2)),
        List.of(FeatureSettings.paper()),
        clipsPerShard,
        List.of(
            new BaselineSettings.LogisticRegression("logistic", 1, 100),
            new BaselineSettings.RandomForest("forest", 20, 1)),
        List.of(),
        new RegistrationPlan(MODEL, "random"),
        "name: small\n");
  }

  /** The same run with the speaker-disjoint split alone. */
  static ExperimentPlan speakersOnly(ExperimentPlan plan) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits().subList(1, 2),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        plan.networks(),
        new RegistrationPlan(MODEL, plan.splits().get(1).name()),
        plan.configuration());
  }

  private static List<CorpusSource> corpora() {
    return new CorpusLibrary(checkout().resolve("configs/corpora"))
        .all().stream().map(corpus -> new CorpusSource(corpus.name(), corpus.text())).toList();
  }

  /** The folder of the checkout. */
  static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("configs/corpora"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
