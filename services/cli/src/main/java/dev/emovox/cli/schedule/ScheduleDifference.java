package dev.emovox.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.settings.SnakeCaseJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What differs between a schedule as it is and as it should be, value by value. */
final class ScheduleDifference {
  private static final int LONGEST_VALUE = 60;
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private final List<String> lines = new ArrayList<>();

  private ScheduleDifference() {}

  /** Lines such as {@code plan.seed: 42 -> 7}; none if both are the same. */
  static List<String> of(ScheduledRun is, ScheduledRun shouldBe) {
    ScheduleDifference difference = new ScheduleDifference();
    difference.compare("", tree(is), tree(shouldBe));
    return List.copyOf(difference.lines);
  }

  private static JsonNode tree(ScheduledRun run) {
    return JSON.read(JSON.writeIndented(run), JsonNode.class);
  }

  private void compare(String path, JsonNode is, JsonNode shouldBe) {
    if (is.equals(shouldBe)) {
      return;
    }
    if (is.isObject() && shouldBe.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      is.fieldNames().forEachRemaining(names::add);
      shouldBe.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name ->
              compare(
                  path.isEmpty() ? name : path + "." + name, is.path(name), shouldBe.path(name)));
    } else if (is.isArray() && shouldBe.isArray()) {
      for (int i = 0; i < Math.max(is.size(), shouldBe.size()); i++) {
        compare(path + "[" + i + "]", is.path(i), shouldBe.path(i));
      }
    } else {
      lines.add("%s: %s -> %s".formatted(path, shown(is), shown(shouldBe)));
    }
  }

  private static String shown(JsonNode value) {
    if (value instanceof MissingNode) {
      return "(none)";
    }
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
