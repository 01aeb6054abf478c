package dev.emovox.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a value in a YAML document, written {@code splits[0].test}; {@code splits[*].test} is
 * the way to that value of every entry.
 *
 * @param steps from the root to the value
 */
record YamlPath(List<Step> steps) {
  private static final Pattern FORM =
      Pattern.compile("[\\w-]+(\\[(\\d{1,6}|\\*)])*(\\.[\\w-]+(\\[(\\d{1,6}|\\*)])*)*");
  private static final Pattern STEP = Pattern.compile("\\[(\\d+|\\*)]|([\\w-]+)");
  private static final String EVERY = "*";

  /** One step down: into a mapping by key, or into a list by position from zero. */
  sealed interface Step {
    record Key(String name) implements Step {}

    record Index(int position) implements Step {}

    /** Into every entry of a list. */
    record Every() implements Step {}
  }

  /** Reads the written form; empty if it is none. */
  static Optional<YamlPath> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      steps.add(step(matcher.group(1), matcher.group(2)));
    }
    return Optional.of(new YamlPath(List.copyOf(steps)));
  }

  private static Step step(String positionOrNull, String key) {
    if (positionOrNull == null) {
      return new Step.Key(key);
    }
    return positionOrNull.equals(EVERY)
        ? new Step.Every()
        : new Step.Index(Integer.parseInt(positionOrNull));
  }

  /** Where the first step into every entry is; -1 if there is none. */
  int every() {
    return steps.indexOf(new Step.Every());
  }

  /** The way above a step. */
  YamlPath above(int step) {
    return new YamlPath(steps.subList(0, step));
  }

  /** The same way with one step into a certain entry. */
  YamlPath at(int step, int position) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(step, new Step.Index(position));
    return new YamlPath(List.copyOf(changed));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Key key) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else {
        text.append('[').append(step instanceof Step.Index index ? index.position() : EVERY);
        text.append(']');
      }
    }
    return text.toString();
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }
}
