package dev.emovox.corpora.splits;

import dev.emovox.domain.Digest;
import java.util.Comparator;
import java.util.List;

/**
 * A random order of names that depends on the seed and each name only: not on the order in which
 * they come, nor on which others there are.
 *
 * @param seed another seed gives another order
 */
public record SeededOrder(long seed) {

  /** A digest is taken once a unit, not once a comparison. */
  private record Ranked(String rank, Unit unit) {}

  /** The units in random order. */
  List<Unit> shuffled(List<Unit> units) {
    return units.stream()
        .map(unit -> new Ranked(rank(unit.key()), unit))
        .sorted(Comparator.comparing(Ranked::rank))
        .map(Ranked::unit)
        .toList();
  }

  /** A name's place in the order: uniformly distributed hexadecimal digits. */
  String rank(String name) {
    return Digest.of(seed + "\n" + name).hex();
  }
}
