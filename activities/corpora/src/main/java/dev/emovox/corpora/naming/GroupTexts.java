package dev.emovox.corpora.naming;

import java.util.Set;
import java.util.regex.Matcher;

/**
 * The texts of the named groups of a name that matched.
 *
 * @param matcher has matched
 * @param groups the names of its groups
 */
record GroupTexts(Matcher matcher, Set<String> groups) {

  /** The text of a group; empty if the pattern lacks it or it took no part in the match. */
  String text(String group) {
    String text = groups.contains(group) ? matcher.group(group) : null;
    return text == null ? "" : text;
  }
}
