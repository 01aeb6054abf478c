package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What a model heard when it was made, and what it said of clips that it had not learnt from. A
 * file of its package.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param labels the classes of the model
 * @param inputs of which clips the quantities of sounds are
 * @param outputs of which clips the quantities of verdicts and the labels are
 * @param quantities one distribution for each {@link Quantity}, by its word
 * @param labelCounts how often the model said each class
 */
public record DriftReference(
    String format,
    int version,
    LabelSet labels,
    ReferencePart inputs,
    ReferencePart outputs,
    Map<String, Distribution> quantities,
    List<Long> labelCounts) {
  /** What the document calls its format. */
  public static final String FORMAT = "emovox-drift-reference";

  /** The version of this form. */
  public static final int VERSION = 1;

  /** Fewer clips say too little about a distribution. */
  public static final int FEWEST_CLIPS = 30;

  public DriftReference {
    require(FORMAT.equals(format), "its format is '" + format + "' instead of '" + FORMAT + "'");
    require(version == VERSION, "its version is " + version + " instead of " + VERSION);
    require(labels != null && inputs != null && outputs != null, "a part of it is missing");
    require(quantities != null && labelCounts != null, "a part of it is missing");
    quantities = new TreeMap<>(quantities);
    labelCounts = List.copyOf(labelCounts);
    List<String> words = Arrays.stream(Quantity.values()).map(Quantity::word).sorted().toList();
    require(
        List.copyOf(quantities.keySet()).equals(words),
        "it has the quantities " + quantities.keySet() + " instead of " + words);
    require(
        labelCounts.size() == labels.size()
            && labelCounts.stream().allMatch(count -> count >= 0)
            && labelCounts.stream().mapToLong(Long::longValue).sum() == outputs.clips(),
        "its labels are not counted");
    for (Quantity quantity : Quantity.values()) {
      ReferencePart part = quantity.isOfSound() ? inputs : outputs;
      require(
          part.clips() >= FEWEST_CLIPS && quantities.get(quantity.word()).size() == part.clips(),
          "its "
              + quantity.word()
              + " is not that of its clips, of which it needs "
              + FEWEST_CLIPS);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException("This is no reference for drift: " + otherwise + ".");
    }
  }

  /**
   * The reference of these clips.
   *
   * @param heard clips as the model heard them when it was made, at least {@link #FEWEST_CLIPS}
   * @param said what it said of clips that it had not learnt from, as many at least
   */
  public static DriftReference of(LabelSet labels, Heard heard, Said said) {
    SortedMap<String, Distribution> quantities = new TreeMap<>();
    for (Quantity quantity : Quantity.values()) {
      quantities.put(
          quantity.word(),
          quantity.isOfSound()
              ? distribution(heard.sounds(), quantity::of)
              : distribution(said.verdicts(), quantity::of));
    }
    Long[] counts = new Long[labels.size()];
    Arrays.fill(counts, 0L);
    said.verdicts().forEach(verdict -> counts[verdict.label()]++);
    return new DriftReference(
        FORMAT,
        VERSION,
        labels,
        new ReferencePart(heard.part(), heard.sounds().size()),
        new ReferencePart(said.part(), said.verdicts().size()),
        quantities,
        List.of(counts));
  }

  /**
   * Clips that were heard.
   *
   * @param part of the split that they are of
   */
  public record Heard(SplitPart part, List<Sound> sounds) {}

  /**
   * What was said of clips.
   *
   * @param part of the split that they are of
   */
  public record Said(SplitPart part, List<Verdict> verdicts) {}

  private static <T> Distribution distribution(Collection<T> clips, ToDoubleFunction<T> value) {
    return Distribution.of(Sample.of(clips.stream().mapToDouble(value)));
  }

  /** The reference of one quantity. */
  public Distribution of(Quantity quantity) {
    return quantities.get(quantity.word());
  }
}
