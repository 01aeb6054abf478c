package dev.emovox.wav2vec2;

import com.sun.management.OperatingSystemMXBean;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointExport;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.checkpoint.ElementType;
import dev.emovox.wav2vec2.checkpoint.Float32;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.checkpoint.SafetensorsWriter;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Opens a checkpoint, answers clips and exports the checkpoint again, for {@code
 * infra/peer/full-size.sh}, which compares the outcome with transformers. Prints times and memory.
 *
 * <p>{@code EMOVOX_DEVICE} names the device, for {@code infra/gpu}. Arguments: the checkpoint's
 * folder, the reference with the clips, the folder to export to, the file for the answers.
 */
final class RoundTrip {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private RoundTrip() {}

  public static void main(String[] arguments) throws IOException {
    Stopwatch begin = Stopwatch.start();
    ComputeDevice device = ComputeDevice.of(System.getenv());
    Libtorch.start(LibtorchSettings.of(device));
    report("libtorch started", begin);
    Stopwatch open = Stopwatch.start();
    try (Checkpoint checkpoint = CheckpointFolder.open(Path.of(arguments[0]))) {
      report("checkpoint opened and checked", open);
      try (SpeechClassifier classifier = SpeechClassifier.load(checkpoint, device)) {
        report("model ready, since opening", open);
        reportMemory("at ready");
        Stopwatch answer = Stopwatch.start();
        SafetensorsWriter.write(
            Path.of(arguments[3]), Map.of(), answers(classifier, Path.of(arguments[1])));
        report("clips answered", answer);
        reportMemory("after answers");
      }
      export(checkpoint, Path.of(arguments[2]));
    }
    reportMemory("at the end");
  }

  private static void export(Checkpoint checkpoint, Path target) {
    Stopwatch digest = Stopwatch.start();
    String name = checkpoint.digest().toString();
    report("digests computed", digest);
    Stopwatch export = Stopwatch.start();
    ModelCard card = new ModelCard("Round trip", "", new TreeMap<>(Map.of("checkpoint", name)));
    new CheckpointExport(checkpoint.config(), checkpoint.preprocessor(), card)
        .write(target, checkpoint::parameter);
    report("exported", export);
  }

  private static List<StoredTensor> answers(SpeechClassifier classifier, Path reference) {
    List<StoredTensor> answers = new ArrayList<>();
    try (SafetensorsFile file = SafetensorsFile.open(reference)) {
      for (String name : file.names()) {
        if (name.startsWith("clip_")) {
          double[] logits = classifier.logits(List.of(clip(file.tensor(name))))[0];
          answers.add(tensor(name.replace("clip", "logits"), logits));
        }
      }
    }
    return answers;
  }

  private static float[] clip(StoredTensor tensor) {
    float[] samples = new float[Math.toIntExact(tensor.elements())];
    Float32.of(tensor).asFloatBuffer().get(samples);
    return samples;
  }

  private static StoredTensor tensor(String name, double[] values) {
    ByteBuffer content =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      content.putFloat((float) value);
    }
    return new StoredTensor(
        name, ElementType.FLOAT32, List.of((long) values.length), content.flip());
  }

  private static void report(String what, Stopwatch since) {
    System.out.printf(
        "%s: %.2f s (%.2f s of processor time)%n",
        what,
        (System.nanoTime() - since.wall()) / 1e9,
        (SYSTEM.getProcessCpuTime() - since.processor()) / 1e9);
  }

  /** A moment in time and in processor time, which tells more on a busy machine. */
  private record Stopwatch(long wall, long processor) {
    static Stopwatch start() {
      return new Stopwatch(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }
  }

  /** On Linux: the most memory so far, and what is in use now apart from mapped files. */
  private static void reportMemory(String when) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      List<String> lines =
          Files.readAllLines(status).stream()
              .filter(line -> line.matches("(VmHWM|RssAnon|RssFile):.*"))
              .map(line -> line.replaceAll("\\s+", " "))
              .toList();
      System.out.println("memory " + when + ": " + String.join(", ", lines));
    }
  }
}
