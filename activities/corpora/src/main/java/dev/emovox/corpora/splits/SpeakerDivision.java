package dev.emovox.corpora.splits;

import dev.emovox.domain.SplitPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides the speakers of one corpus (units whose stratum is the speaker's sex): in seeded order,
 * alternating between the sexes, the first are for the test, the next for validation, the others
 * for training.
 */
public final class SpeakerDivision {
  private final SeededOrder order;
  private final Shares shares;

  public SpeakerDivision(SeededOrder order, Shares shares) {
    this.order = order;
    this.shares = shares;
  }

  /** The part of every id. */
  public Map<String, SplitPart> divide(List<Unit> speakers) {
    int test = shares.testSpeakers(speakers.size());
    int validation = shares.validationSpeakers(speakers.size());
    Map<String, SplitPart> parts = new TreeMap<>();
    List<Unit> alternating = alternating(speakers);
    for (int i = 0; i < alternating.size(); i++) {
      SplitPart part = part(i, test, validation);
      alternating.get(i).ids().forEach(id -> parts.put(id, part));
    }
    return parts;
  }

  private static SplitPart part(int position, int test, int validation) {
    if (position < test) {
      return SplitPart.TEST;
    }
    return position < test + validation ? SplitPart.VALIDATION : SplitPart.TRAIN;
  }

  private List<Unit> alternating(List<Unit> speakers) {
    Map<String, Deque<Unit>> bySex =
        order.shuffled(speakers).stream()
            .collect(
                Collectors.groupingBy(
                    Unit::stratum, TreeMap::new, Collectors.toCollection(ArrayDeque::new)));
    List<Deque<Unit>> turns =
        bySex.entrySet().stream()
            .sorted(Comparator.comparing(entry -> order.rank(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    List<Unit> alternating = new ArrayList<>();
    while (alternating.size() < speakers.size()) {
      for (Deque<Unit> sex : turns) {
        if (!sex.isEmpty()) {
          alternating.add(sex.poll());
        }
      }
    }
    return alternating;
  }
}
