package dev.emovox.cli.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What rules demand of settings, each with its path; what does not hold is an error with place. */
final class Requirements {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");

  private final Places places;

  Requirements(Places places) {
    this.places = places;
  }

  void that(boolean holds, String path, String reason) {
    if (!holds) {
      throw places.wrong(path, reason);
    }
  }

  void name(String path, String name) {
    that(
        NAME.matcher(name).matches(),
        path,
        "is '%s'; a name has lower-case letters, digits and single hyphens inside, 60 at most."
            .formatted(name));
  }

  <T> void distinct(String path, List<T> entries, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String its = name.apply(entries.get(i));
      that(seen.add(its), path + "[" + i + "]", "repeats '%s'.".formatted(its));
    }
  }

  void range(String path, int value, int least, int most) {
    that(
        value >= least && value <= most, path, "must be between %d and %d.".formatted(least, most));
  }

  void atLeast(int least, String path, int value) {
    that(value >= least, path, "must be at least %d.".formatted(least));
  }

  void positive(String path, double value) {
    that(value > 0 && Double.isFinite(value), path, "must be above 0.");
  }

  void notNegative(String path, double value) {
    that(value >= 0 && Double.isFinite(value), path, "must not be negative.");
  }

  /** From 0 to 1. */
  void share(String path, double value) {
    that(value >= 0 && value <= 1, path, "must lie between 0 and 1.");
  }

  /** Between 0 and 1, both left out. */
  void properShare(String path, double value) {
    that(value > 0 && value < 1, path, "must lie between 0 and 1, both left out.");
  }
}
