package dev.emovox.corpora.naming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A compiled {@link ExclusionSpec}. */
final class ExclusionRule {
  private final ExclusionSpec spec;
  private final Optional<Expression> path;
  private final List<String> codes;

  ExclusionRule(ExclusionSpec spec, String place) {
    this.spec = spec;
    this.path = spec.path().map(regex -> Expression.compile(regex, place));
    this.codes = spec.codes().stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
  }

  String reason() {
    return spec.reason();
  }

  boolean excludes(String clipPath) {
    return path.isPresent() && path.get().matches(clipPath);
  }

  boolean excludes(GroupTexts groups) {
    return spec.group()
        .map(group -> codes.contains(groups.text(group).toLowerCase(Locale.ROOT)))
        .orElse(false);
  }
}
