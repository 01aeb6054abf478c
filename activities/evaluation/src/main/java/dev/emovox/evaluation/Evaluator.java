package dev.emovox.evaluation;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scores predictions, over all clips and over each corpus' clips. Definitions are scikit-learn's
 * with {@code zero_division=0}; averages are over the classes that occur among the clips, so a
 * class that a corpus does not have counts neither for nor against its score.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Evaluator {
  private final Bootstrap bootstrap;

  public Evaluator(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * The report on {@code clips}, which does not depend on their order.
   *
   * @param labels the ordered classes; every label and prediction is one of them
   * @param clips at least one, each id once
   * @throws InvalidInputException otherwise
   */
  public EvaluationReport evaluate(LabelSet labels, List<ScoredClip> clips) {
    List<ScoredClip> ordered = inOrder(clips);
    Map<String, Integer> index = index(labels);
    Map<String, List<int[]>> byCorpus = new TreeMap<>();
    List<int[]> all = new ArrayList<>();
    Confusion confusion = new Confusion(labels.size());
    for (ScoredClip clip : ordered) {
      int[] outcome = {classOf(index, clip.label(), clip), classOf(index, clip.predicted(), clip)};
      confusion.add(outcome[0], outcome[1]);
      all.add(outcome);
      byCorpus.computeIfAbsent(clip.corpus(), corpus -> new ArrayList<>()).add(outcome);
    }
    BootstrapIntervals intervals = new BootstrapIntervals(bootstrap, labels.size());
    Map<String, Scores> perCorpus = new TreeMap<>();
    byCorpus.forEach((corpus, its) -> perCorpus.put(corpus, intervals.scores(array(its))));
    return new EvaluationReport(
        intervals.scores(array(all)),
        Collections.unmodifiableMap(perCorpus),
        perClass(labels, confusion),
        confusion.counts(),
        labels);
  }

  private static List<ScoredClip> inOrder(List<ScoredClip> clips) {
    if (clips.isEmpty()) {
      throw new InvalidInputException(
          "There are no test clips to evaluate on; give the split's test part a larger share.");
    }
    Set<String> seen = new HashSet<>();
    for (ScoredClip clip : clips) {
      if (!seen.add(clip.id())) {
        throw new InvalidInputException(
            "Clip %s is among the predictions twice; each test clip is scored once."
                .formatted(clip.id()));
      }
    }
    return clips.stream().sorted(Comparator.comparing(ScoredClip::id)).toList();
  }

  private static Map<String, Integer> index(LabelSet labels) {
    Map<String, Integer> index = new TreeMap<>();
    for (int c = 0; c < labels.size(); c++) {
      index.put(labels.name(c), c);
    }
    return index;
  }

  private static int classOf(Map<String, Integer> index, String label, ScoredClip clip) {
    Integer found = label == null ? null : index.get(label);
    if (found == null) {
      throw new InvalidInputException(
          "Clip %s has the class '%s', which is not one of the model's %s; evaluate the model on clips of its own classes."
              .formatted(clip.id(), label, index.keySet()));
    }
    return found;
  }

  private static Map<String, ClassScores> perClass(LabelSet labels, Confusion confusion) {
    Map<String, ClassScores> perClass = new LinkedHashMap<>();
    for (int c = 0; c < labels.size(); c++) {
      perClass.put(labels.name(c), confusion.scores(c));
    }
    return Collections.unmodifiableMap(perClass);
  }

  private static int[][] array(List<int[]> outcomes) {
    return outcomes.toArray(int[][]::new);
  }
}
