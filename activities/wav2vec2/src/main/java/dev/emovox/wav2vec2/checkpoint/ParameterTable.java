package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a model matched with the tensors of its files: every tensor is a parameter or
 * is ignored by rule, every parameter has a tensor or is absent by rule, and shapes are as the
 * configuration says.
 */
final class ParameterTable {
  private final Wav2Vec2Config config;
  private final SortedMap<String, List<Long>> shapes;
  private final ParameterNames names;
  private final SortedMap<String, String> stored = new TreeMap<>();
  private final SortedSet<String> ignored = new TreeSet<>();
  private final SortedSet<String> absent = new TreeSet<>();
  private final List<String> unexpected = new ArrayList<>();

  private ParameterTable(Wav2Vec2Config config) {
    this.config = config;
    this.shapes = ParameterShapes.of(config);
    this.names = new ParameterNames(config.modelType());
  }

  /**
   * Matches and checks.
   *
   * @param source the folder, for messages
   * @throws InvalidInputException if anything is missing, unexpected or of another shape; one
   *     message lists all
   */
  static ParameterTable of(String source, Wav2Vec2Config config, TensorSource tensors) {
    ParameterTable table = new ParameterTable(config);
    tensors.names().forEach(name -> table.sort(source, name));
    List<String> missing = table.missing();
    List<String> misshapen = table.misshapen(tensors);
    if (!missing.isEmpty() || !table.unexpected.isEmpty() || !misshapen.isEmpty()) {
      throw table.mismatch(source, missing, misshapen);
    }
    return table;
  }

  private void sort(String source, String name) {
    String canonical = names.canonical(name);
    if (shapes.containsKey(canonical)) {
      String other = stored.put(canonical, name);
      if (other != null) {
        throw new InvalidInputException(
            "%s holds the parameter %s twice, as %s and as %s. Save the model again."
                .formatted(source, canonical, other, name));
      }
    } else if (names.isOfOtherHead(canonical) || canonical.equals(names.maskEmbedding())) {
      ignored.add(name);
    } else {
      unexpected.add(name);
    }
  }

  private List<String> missing() {
    List<String> missing =
        new ArrayList<>(
            shapes.keySet().stream().filter(name -> !stored.containsKey(name)).toList());
    moveToAbsent(missing, List.of(names.maskEmbedding()));
    List<String> head = shapes.keySet().stream().filter(ParameterShapes::isHead).toList();
    if (missing.containsAll(head)) {
      moveToAbsent(missing, head);
    }
    return missing;
  }

  private void moveToAbsent(List<String> missing, List<String> allowed) {
    absent.addAll(allowed.stream().filter(missing::contains).toList());
    missing.removeAll(allowed);
  }

  private List<String> misshapen(TensorSource tensors) {
    List<String> wrong = new ArrayList<>();
    stored.forEach(
        (canonical, name) -> {
          TensorLayout tensor = tensors.layout(name);
          if (!tensor.shape().equals(shapes.get(canonical)) || tensor.type() == ElementType.INT64) {
            wrong.add(
                "%s (%s%s instead of %s)"
                    .formatted(canonical, tensor.type(), tensor.shape(), shapes.get(canonical)));
          }
        });
    return wrong;
  }

  private InvalidInputException mismatch(
      String source, List<String> missing, List<String> misshapen) {
    StringBuilder message =
        new StringBuilder("The weights in %s don't fit its config.json".formatted(source));
    append(message, "missing", missing);
    append(message, "unexpected", unexpected);
    append(message, "of another shape", misshapen);
    message.append(". ");
    if (misshapen.stream().anyMatch(name -> name.startsWith("classifier."))) {
      message.append(
          "The head has not the %d classes that id2label names. "
              .formatted(config.labels().size()));
    }
    message.append("Take configuration and weights from the same model and revision.");
    return new InvalidInputException(message.toString());
  }

  private static void append(StringBuilder message, String what, List<String> names) {
    if (!names.isEmpty()) {
      message.append("; %d %s: %s".formatted(names.size(), what, NameList.of(names)));
    }
  }

  /** What the files call a parameter; null if it is absent. */
  String stored(String canonical) {
    return stored.get(canonical);
  }

  /** The shape of a parameter; null if the model has none of this name. */
  List<Long> shape(String canonical) {
    return shapes.get(canonical);
  }

  /** Parameters of the model that the files lack. */
  SortedSet<String> absent() {
    return Collections.unmodifiableSortedSet(absent);
  }

  /** Tensors of the files that the model has no use for, by their names there. */
  SortedSet<String> ignored() {
    return Collections.unmodifiableSortedSet(ignored);
  }

  /** Whether the classification head is there. */
  boolean hasHead() {
    return absent.stream().noneMatch(ParameterShapes::isHead);
  }
}
