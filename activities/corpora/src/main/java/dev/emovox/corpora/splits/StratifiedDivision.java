package dev.emovox.corpora.splits;

import dev.emovox.domain.SplitPart;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides units at random so that every part has its share of each stratum, exact to rounding: the
 * test part is drawn first, then validation from what is left, the way two calls of scikit-learn's
 * {@code train_test_split(stratify=…)} do.
 *
 * <p>Units of several clips are placed first, each where most room is left; so duplicates end in
 * the training part as long as it has room, and the numbers still come out.
 */
public final class StratifiedDivision {
  private final SeededOrder order;
  private final Shares shares;

  public StratifiedDivision(SeededOrder order, Shares shares) {
    this.order = order;
    this.shares = shares;
  }

  /** The part of every id. */
  public Map<String, SplitPart> divide(List<Unit> units) {
    Map<String, Integer> sizes = sizes(units);
    int clips = sizes.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Integer> test = Quotas.of(sizes, shares.testClips(clips), order);
    Map<String, Integer> left = new TreeMap<>(sizes);
    test.forEach((stratum, quota) -> left.merge(stratum, -quota, Integer::sum));
    Map<String, Integer> validation = Quotas.of(left, shares.validationClips(clips), order);
    validation.forEach((stratum, quota) -> left.merge(stratum, -quota, Integer::sum));

    Map<String, SplitPart> parts = new TreeMap<>();
    for (String stratum : sizes.keySet()) {
      Map<SplitPart, Integer> room = new EnumMap<>(SplitPart.class);
      room.put(SplitPart.TRAIN, left.get(stratum));
      room.put(SplitPart.VALIDATION, validation.get(stratum));
      room.put(SplitPart.TEST, test.get(stratum));
      fill(units.stream().filter(unit -> unit.stratum().equals(stratum)).toList(), room, parts);
    }
    return parts;
  }

  private static Map<String, Integer> sizes(List<Unit> units) {
    return units.stream()
        .collect(Collectors.toMap(Unit::stratum, Unit::size, Integer::sum, TreeMap::new));
  }

  private void fill(List<Unit> units, Map<SplitPart, Integer> room, Map<String, SplitPart> parts) {
    List<Unit> largestFirst =
        order.shuffled(units).stream()
            .sorted(Comparator.comparingInt((Unit unit) -> -unit.size()))
            .toList();
    for (Unit unit : largestFirst) {
      SplitPart part = unit.size() > 1 ? roomiest(room) : firstWithRoom(room);
      room.merge(part, -unit.size(), Integer::sum);
      unit.ids().forEach(id -> parts.put(id, part));
    }
  }

  private static SplitPart roomiest(Map<SplitPart, Integer> room) {
    return room.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static SplitPart firstWithRoom(Map<SplitPart, Integer> room) {
    return List.of(SplitPart.TEST, SplitPart.VALIDATION).stream()
        .filter(part -> room.get(part) > 0)
        .findFirst()
        .orElse(SplitPart.TRAIN);
  }
}
