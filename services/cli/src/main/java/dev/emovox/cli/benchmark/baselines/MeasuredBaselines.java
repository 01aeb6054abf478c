package dev.emovox.cli.benchmark.baselines;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.wav2vec2.benchmark.MeasuredSide;
import dev.emovox.wav2vec2.benchmark.Work;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Our side of {@link BaselineBenchmark}: the trainer that runs use. */
public final class MeasuredBaselines {
  private static final long SEED = 42;

  private final FitFolder folder;
  private final Map<String, TrainingTable> tables = new HashMap<>();

  private MeasuredBaselines(FitFolder folder) {
    this.folder = folder;
  }

  /** Argument: the folder. How many threads there are, the JVM was told. */
  public static void main(String[] arguments) throws InterruptedException {
    MeasuredSide side = new MeasuredSide();
    MeasuredBaselines baselines = new MeasuredBaselines(new FitFolder(Path.of(arguments[0])));
    side.serve("Emovox, Java " + System.getProperty("java.version"), baselines::run);
  }

  /** The first clip's first probability, which depends on all of the fit. */
  private double run(Work work) {
    FitWork fit = FitWork.parse(work);
    TrainingTable table = tables.computeIfAbsent(fit.set(), folder::read);
    BaselineModel model = new BaselineTrainer().fit(fit.model(), table, SEED);
    return model.probabilities(table.features()[0])[0];
  }
}
