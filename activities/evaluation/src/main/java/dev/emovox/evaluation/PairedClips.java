package dev.emovox.evaluation;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same clips as two models classified them, in the order of their ids. The models' class lists
 * may differ: classes are compared by name.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PairedClips {
  private final int classes;
  private final List<Outcome> outcomes;

  private PairedClips(int classes, List<Outcome> outcomes) {
    this.classes = classes;
    this.outcomes = List.copyOf(outcomes);
  }

  /** True class of a clip, and what each model said, as indices into the classes of both. */
  record Outcome(int label, int first, int second) {
    boolean firstRight() {
      return first == label;
    }

    boolean secondRight() {
      return second == label;
    }
  }

  /**
   * Pairs two models' test clips by id.
   *
   * @throws InvalidInputException if they are not the same clips with the same true classes, each
   *     once; the message says how many differ
   */
  public static PairedClips of(List<ScoredClip> first, List<ScoredClip> second) {
    Map<String, ScoredClip> firstById = byId(first);
    Map<String, ScoredClip> secondById = byId(second);
    requireSame(firstById, secondById);
    Map<String, Integer> index = index(firstById, secondById);
    List<Outcome> outcomes = new ArrayList<>();
    firstById.forEach(
        (id, clip) ->
            outcomes.add(
                new Outcome(
                    index.get(clip.label()),
                    index.get(clip.predicted()),
                    index.get(secondById.get(id).predicted()))));
    return new PairedClips(index.size(), outcomes);
  }

  private static Map<String, ScoredClip> byId(List<ScoredClip> clips) {
    Map<String, ScoredClip> byId = new TreeMap<>();
    for (ScoredClip clip : clips) {
      if (byId.put(clip.id(), clip) != null) {
        throw new InvalidInputException(
            "Clip %s is among the predictions twice; each test clip is scored once."
                .formatted(clip.id()));
      }
    }
    return byId;
  }

  private static void requireSame(Map<String, ScoredClip> first, Map<String, ScoredClip> second) {
    long shared = first.keySet().stream().filter(second::containsKey).count();
    long onlyFirst = first.size() - shared;
    long onlySecond = second.size() - shared;
    long relabelled =
        first.values().stream()
            .filter(clip -> second.containsKey(clip.id()))
            .filter(clip -> !clip.label().equals(second.get(clip.id()).label()))
            .count();
    if (first.isEmpty() || onlyFirst + onlySecond + relabelled > 0) {
      throw new InvalidInputException(
          "The two models were not tested on the same clips: %d on both, %d on the first's only, %d on the second's only, %d with another true class. Evaluate both on one split of one manifest."
              .formatted(shared, onlyFirst, onlySecond, relabelled));
    }
  }

  private static Map<String, Integer> index(
      Map<String, ScoredClip> first, Map<String, ScoredClip> second) {
    TreeSet<String> names = new TreeSet<>();
    for (Map<String, ScoredClip> clips : List.of(first, second)) {
      for (ScoredClip clip : clips.values()) {
        names.add(clip.label());
        names.add(clip.predicted());
      }
    }
    Map<String, Integer> index = new TreeMap<>();
    names.forEach(name -> index.put(name, index.size()));
    return index;
  }

  /** Number of clips. */
  public int size() {
    return outcomes.size();
  }

  int classes() {
    return classes;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }
}
