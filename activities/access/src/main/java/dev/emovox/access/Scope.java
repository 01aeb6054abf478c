package dev.emovox.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a key allows. */
public enum Scope {
  /** To have clips classified. */
  PREDICT("predict"),
  /** To read which model answers. */
  MODEL_READ("model:read"),
  /** To read the metrics. */
  METRICS("metrics"),
  /** Everything. */
  ADMIN("admin");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** Its name in files, options and headers. */
  @JsonValue
  public String word() {
    return word;
  }

  /** Whether a key with this scope may do what {@code needed} stands for. */
  public boolean covers(Scope needed) {
    return this == ADMIN || this == needed;
  }

  /**
   * The scope of that name.
   *
   * @throws InvalidInputException if there is none
   */
  @JsonCreator
  public static Scope parse(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "'%s' is no scope of a key. There are: %s."
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(Scope::word)
                                .collect(Collectors.joining(", ")))));
  }
}
