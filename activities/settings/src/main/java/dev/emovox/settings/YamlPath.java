package dev.emovox.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a value in a YAML document, written {@code splits[0].test}.
 *
 * @param steps from the root to the value
 */
record YamlPath(List<Step> steps) {
  private static final Pattern FORM =
      Pattern.compile("[\\w-]+(\\[\\d{1,6}])*(\\.[\\w-]+(\\[\\d{1,6}])*)*");
  private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([\\w-]+)");

  /** One step down: into a mapping by key, or into a list by position from zero. */
  sealed interface Step {
    record Key(String name) implements Step {}

    record Index(int position) implements Step {}
  }

  /** Reads the written form; empty if it is none. */
  static Optional<YamlPath> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      String position = matcher.group(1);
      steps.add(
          position == null
              ? new Step.Key(matcher.group(2))
              : new Step.Index(Integer.parseInt(position)));
    }
    return Optional.of(new YamlPath(List.copyOf(steps)));
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }
}
