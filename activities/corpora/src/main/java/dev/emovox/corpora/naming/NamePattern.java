package dev.emovox.corpora.naming;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compiled {@link PatternSpec}.
 *
 * @param expression what must match
 * @param wholePath whether it is for the path rather than the file name
 */
record NamePattern(Expression expression, boolean wholePath) {
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

  static NamePattern compile(PatternSpec spec, String place) {
    return new NamePattern(Expression.compile(spec.regex(), place), spec.path().isPresent());
  }

  /** The texts of the groups, if {@code path} matches. */
  Optional<GroupTexts> match(String path) {
    String name = wholePath ? path : path.substring(path.lastIndexOf('/') + 1);
    Matcher matcher = expression.pattern().matcher(EXTENSION.matcher(name).replaceFirst(""));
    return matcher.matches() ? Optional.of(new GroupTexts(matcher, groups())) : Optional.empty();
  }

  Set<String> groups() {
    return expression.groups();
  }
}
