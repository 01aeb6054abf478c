package dev.emovox.wav2vec2.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One side of a benchmark: a process that does what it is told, line by line, and answers each line
 * with one of JSON. What it prints besides goes to a log. Ends with this object.
 */
public final class Side implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_LINES = 5;

  /**
   * One measurement.
   *
   * @param seconds how long it took
   * @param processorSeconds how much of the processor's time; 0 if the side does not tell
   * @param peakBytes the most memory held up to then
   */
  public record Measurement(double seconds, double processorSeconds, long peakBytes) {}

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final Path log;
  private final String name;

  private Side(Process process, Path log) {
    this.process = process;
    this.log = log;
    orders = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    try {
      name = answer().path("name").asText();
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /**
   * Starts a side and waits until it is ready.
   *
   * @throws WorkFailedException if it ends before that
   */
  public static Side start(List<String> command, Path log) {
    try {
      return new Side(new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new WorkFailedException(
          "%s can't be started: %s.".formatted(command.get(0), e.getMessage()), e);
    }
  }

  /** What it says it is, with versions. */
  public String name() {
    return name;
  }

  /**
   * Has it do some work once.
   *
   * @throws WorkFailedException if it ends instead; the message has the end of its log
   */
  public Measurement measure(Work work) {
    try {
      orders.write(work.written());
      orders.newLine();
      orders.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    JsonNode answer = answer();
    return new Measurement(
        answer.path("seconds").doubleValue(),
        answer.path("processor_seconds").doubleValue(),
        answer.path("peak_bytes").longValue());
  }

  private JsonNode answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw ended(null);
      }
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new WorkFailedException("A side of the benchmark answered no JSON.", e);
    } catch (IOException e) {
      throw ended(e);
    }
  }

  private WorkFailedException ended(IOException cause) {
    return new WorkFailedException(
        "%s ended in the middle of the benchmark. The end of what it said: %s"
            .formatted(process.info().command().orElse("A side"), lastLines()),
        cause);
  }

  private String lastLines() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.filter(line -> !line.isBlank()).toList();
      return String.join(" / ", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  @Override
  public void close() {
    try {
      orders.write("end\n");
      orders.close();
      process.waitFor();
    } catch (IOException e) {
      process.destroyForcibly(); // it has ended, or listens no more
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
