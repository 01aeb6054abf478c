package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The ordered list of classes that a model knows. It travels with every artefact that holds class
 * indices, so that index {@code i} always means {@code labels().get(i)}.
 *
 * @param labels distinct class names; their position is the class index
 */
public record LabelSet(@JsonValue List<String> labels) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LabelSet {
    labels = List.copyOf(labels);
    if (labels.stream().distinct().count() != labels.size()) {
      throw new IllegalArgumentException("a class name occurs twice: " + labels);
    }
  }

  /** The distinct names among {@code occurrences} in alphabetical order. */
  public static LabelSet sorted(Collection<String> occurrences) {
    return new LabelSet(List.copyOf(new TreeSet<>(occurrences)));
  }

  public int size() {
    return labels.size();
  }

  public String name(int index) {
    return labels.get(index);
  }

  /**
   * The index of a class.
   *
   * @throws IllegalArgumentException if the class is not in this set
   */
  public int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("class '" + label + "' is not one of " + labels);
    }
    return index;
  }

  /** Digest over the ordered names, one to a line. */
  public Digest digest() {
    return Digest.of(String.join("\n", labels) + "\n");
  }
}
