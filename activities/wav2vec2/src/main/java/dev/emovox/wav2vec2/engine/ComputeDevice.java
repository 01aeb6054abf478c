package dev.emovox.wav2vec2.engine;

import dev.emovox.domain.InvalidInputException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where tensors live and are computed, written {@code cpu}, {@code cuda} or {@code cuda:1}.
 *
 * @param kind processor or graphics card
 * @param index which of several cards, from 0; 0 for the processor
 */
public record ComputeDevice(Kind kind, int index) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

  private static final Pattern CUDA = Pattern.compile("cuda(?::([0-9]{1,2}))?");

  /** What computes. */
  public enum Kind {
    /** The processor, all of its cores. */
    CPU,
    /** One NVIDIA card. */
    CUDA
  }

  /**
   * Reads the written form.
   *
   * @throws InvalidInputException if it is none
   */
  public static ComputeDevice parse(String text) {
    if (text.equals("cpu")) {
      return CPU;
    }
    Matcher cuda = CUDA.matcher(text);
    if (!cuda.matches()) {
      throw new InvalidInputException(
          "'%s' is no device; use cpu, cuda or cuda:N with N the number of the card from 0."
              .formatted(text));
    }
    return new ComputeDevice(
        Kind.CUDA, cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
  }

  /**
   * The device that {@code EMOVOX_DEVICE} names, else the processor. {@code ./emovox up --gpu} sets
   * the variable for the worker and the service.
   *
   * @throws InvalidInputException if it names none
   */
  public static ComputeDevice of(Map<String, String> environment) {
    String named = environment.getOrDefault("EMOVOX_DEVICE", "").strip();
    try {
      return named.isEmpty() ? CPU : parse(named);
    } catch (InvalidInputException e) {
      throw new InvalidInputException("EMOVOX_DEVICE: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return kind == Kind.CPU ? "cpu" : "cuda:" + index;
  }
}
