package dev.emovox.lineage;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.lineage.graph.Direction;

/**
 * What someone wants to know.
 *
 * @param id a version, a run, a digest or the beginning of one, a clip's path, or any id of a node
 * @param direction where to look from there
 * @param depth how many steps at most
 */
public record LineageQuestion(String id, Direction direction, int depth) {
  /** As deep as it goes. */
  public static final int WHOLE = 1000;

  private static final int LONGEST_ID = 4096;

  public LineageQuestion {
    id = id.strip();
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new InvalidInputException(
          "That is no id: name a version, a run, a digest or a clip, in at most %d characters."
              .formatted(LONGEST_ID));
    }
    if (depth < 1) {
      throw new InvalidInputException(
          "A depth of %d shows nothing; take 1 or more.".formatted(depth));
    }
  }

  /** All there is about something. */
  public static LineageQuestion all(String id) {
    return new LineageQuestion(id, Direction.BOTH, WHOLE);
  }
}
