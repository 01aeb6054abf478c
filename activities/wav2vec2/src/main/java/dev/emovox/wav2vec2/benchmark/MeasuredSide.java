package dev.emovox.wav2vec2.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Our side of a benchmark, a process of its own: does what each line of standard input says, until
 * {@code end}, and answers each with a line of JSON: how long it took, how much of the processor's
 * time, and the most memory that this process has held. The peer speaks the same.
 */
public final class MeasuredSide {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOSECONDS = 1e9;
  private static final int KIBIBYTE = 1024;

  private final PrintStream answers;

  /** Takes standard output for answers: whatever a library prints goes to standard error. */
  public MeasuredSide() {
    answers = System.out;
    System.setOut(System.err);
  }

  /** Does a work and returns a number that depends on all of it. */
  @FunctionalInterface
  public interface Task {
    double run(Work work) throws InterruptedException;
  }

  /**
   * The command that starts such a process: a JVM with a heap no larger than it needs, for tensors
   * live outside of it.
   *
   * @param program its main class
   */
  public static List<String> command(Class<?> program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:MaxDirectMemorySize=1g",
        "-cp",
        System.getProperty("java.class.path"),
        program.getName());
  }

  /**
   * Works until it is told to end.
   *
   * @param name what it is, with versions
   * @throws WorkFailedException if orders can't be read any more
   */
  public void serve(String name, Task task) throws InterruptedException {
    answers.println(JSON.createObjectNode().put("name", name));
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("end")) {
          return;
        }
        answers.println(measured(task, new Work(line)));
      }
    } catch (IOException e) {
      throw new WorkFailedException("The benchmark's orders can't be read: %s.".formatted(e), e);
    }
  }

  private static ObjectNode measured(Task task, Work work)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long processorBegin = processorTime();
    double value = task.run(work);
    double seconds = (System.nanoTime() - begin) / NANOSECONDS;
    double processorSeconds = (processorTime() - processorBegin) / NANOSECONDS;
    return JSON.createObjectNode()
        .put("seconds", seconds)
        .put("processor_seconds", processorSeconds)
        .put("value", value)
        .put("peak_bytes", peakBytes());
  }

  /** Of all threads, the compiler's and the collector's too; nanoseconds. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
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
