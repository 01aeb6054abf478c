package dev.emovox.corpora.naming;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A compiled {@link FieldSpec}: from the groups of a name to the field's text. */
final class FieldRule {
  private final String key;
  private final FieldSpec spec;
  private final Map<String, String> labels;
  private final Map<Expression, String> rules = new LinkedHashMap<>();

  /**
   * Compiles a field.
   *
   * @param key the field's key, for example {@code emotion}
   * @param source the definition's file name
   */
  FieldRule(String key, FieldSpec spec, String source) {
    this.key = key;
    this.spec = spec;
    this.labels =
        spec.labels().entrySet().stream()
            .collect(Collectors.toMap(e -> lower(e.getKey()), Map.Entry::getValue, (a, b) -> a));
    String place = source + ", key 'fields." + key + ".rules'";
    spec.rules().forEach((regex, label) -> rules.put(Expression.compile(regex, place), label));
  }

  /** The field's text; nothing if there is a code that no label is for. */
  Optional<String> read(GroupTexts groups) {
    if (spec.value().isPresent()) {
      return spec.value();
    }
    String code = lower(groups.text(spec.group().orElseThrow()));
    if (!labels.isEmpty()) {
      return Optional.ofNullable(labels.get(code));
    }
    return rules.isEmpty() ? Optional.of(code) : byRule(code);
  }

  private Optional<String> byRule(String code) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getKey().matches(code))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Says which code has no label. */
  String complaint(GroupTexts groups) {
    return "the %s code '%s' is in no label table; known are %s"
        .formatted(key, groups.text(spec.group().orElseThrow()), known());
  }

  private String known() {
    return String.join(", ", labels.isEmpty() ? spec.rules().keySet() : spec.labels().keySet());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
