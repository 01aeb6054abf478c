package dev.emovox.wav2vec2.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Our side of a benchmark, a process of its own. Does what each line of standard input says, one of
 * {@code forward}, {@code training} and {@code end}, and answers each with a line of JSON: how long
 * it took and the most memory that this process has held. The peer speaks the same.
 */
public final class MeasuredProgram {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOSECONDS = 1e9;
  private static final int KIBIBYTE = 1024;

  private final MeasuredModel model;
  private final PrintStream answers;

  private MeasuredProgram(MeasuredModel model, PrintStream answers) {
    this.model = model;
    this.answers = answers;
  }

  /** Arguments: folder, model size, clips, seconds, threads, frozen encoder, device. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // whatever a library prints is no answer
    BenchmarkPlan plan = plan(List.of(arguments));
    BenchmarkFolder folder = new BenchmarkFolder(Path.of(arguments[0]));
    try (MeasuredModel model = MeasuredModel.load(folder, plan)) {
      new MeasuredProgram(model, answers).serve(name(plan));
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

  private void serve(String name) throws IOException {
    answers.println(JSON.createObjectNode().put("name", name));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("end")) {
        return;
      }
      answers.println(measured(Work.valueOf(line.toUpperCase(Locale.ROOT))));
    }
  }

  private ObjectNode measured(Work work) throws IOException {
    long begin = System.nanoTime();
    double value = model.run(work);
    double seconds = (System.nanoTime() - begin) / NANOSECONDS;
    return JSON.createObjectNode()
        .put("seconds", seconds)
        .put("value", value)
        .put("peak_bytes", peakBytes());
  }

  /** 0 where the system does not tell. */
  private static long peakBytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
