package dev.emovox.corpora.naming;

import dev.emovox.domain.InvalidInputException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A compiled regular expression of a definition that knows its named groups.
 *
 * @param pattern matches whatever the case of the letters
 * @param groups the names of its groups
 */
record Expression(Pattern pattern, Set<String> groups) {
  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  /**
   * Compiles an expression.
   *
   * @param place what messages call the expression: file and key
   */
  static Expression compile(String regex, String place) {
    try {
      return new Expression(
          Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), names(regex));
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          "%s: the regular expression '%s' is wrong at its character %d: %s."
              .formatted(place, regex, e.getIndex() + 1, e.getDescription()),
          e);
    }
  }

  private static Set<String> names(String regex) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAMED_GROUP.matcher(regex);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
