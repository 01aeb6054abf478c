package dev.emovox.wav2vec2.benchmark;

import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Our side of {@link TrainingBenchmark}. */
public final class MeasuredProgram {
  private MeasuredProgram() {}

  /** Arguments: folder, model size, clips, seconds, threads, frozen encoder, device. */
  public static void main(String[] arguments) throws InterruptedException {
    MeasuredSide side = new MeasuredSide();
    BenchmarkPlan plan = plan(List.of(arguments));
    BenchmarkFolder folder = new BenchmarkFolder(Path.of(arguments[0]));
    try (MeasuredModel model = MeasuredModel.load(folder, plan)) {
      side.serve(name(plan), model::run);
    }
  }

  static List<String> arguments(BenchmarkFolder folder, BenchmarkPlan plan) {
    return List.of(
        folder.root().toString(),
        plan.size().name(),
        Integer.toString(plan.clips()),
        Double.toString(plan.seconds()),
        Integer.toString(plan.threads()),
        Boolean.toString(plan.frozenEncoder()),
        plan.device().toString());
  }

  private static BenchmarkPlan plan(List<String> arguments) {
    return new BenchmarkPlan(
        ModelSize.valueOf(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Double.parseDouble(arguments.get(3)),
        1,
        Integer.parseInt(arguments.get(4)),
        Boolean.parseBoolean(arguments.get(5)),
        ComputeDevice.parse(arguments.get(6)));
  }

  private static String name(BenchmarkPlan plan) {
    return String.format(
        Locale.ROOT,
        "Emovox, libtorch %s",
        Libtorch.start(LibtorchSettings.of(plan.device())).report().version());
  }
}
