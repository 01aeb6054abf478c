package dev.emovox.corpora.naming;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file names of a corpus.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NameGrammar {
  private final List<NamePattern> patterns = new ArrayList<>();
  private final List<ExclusionRule> exclusions = new ArrayList<>();
  private final Map<String, FieldRule> fields = new LinkedHashMap<>();

  /**
   * Compiles a grammar.
   *
   * @param source the definition's file name, for messages
   * @throws InvalidInputException if an expression is wrong or a group is in no pattern
   */
  public NameGrammar(
      List<PatternSpec> patterns, FieldSpecs fields, List<ExclusionSpec> excluded, String source) {
    if (patterns.isEmpty()) {
      throw new InvalidInputException(source + ", key 'patterns': give at least one pattern.");
    }
    for (PatternSpec pattern : patterns) {
      String place = source + ", key 'patterns[" + this.patterns.size() + "]'";
      this.patterns.add(NamePattern.compile(pattern, place));
    }
    fields.byKey().forEach((key, spec) -> addField(key, spec, source));
    requireGroupEverywhere("speaker", fields.speaker(), source);
    requireGroupEverywhere("emotion", fields.emotion(), source);
    for (ExclusionSpec exclusion : excluded) {
      String place = source + ", key 'excluded[" + exclusions.size() + "]'";
      exclusion.group().ifPresent(group -> requireGroup(group, place));
      exclusions.add(new ExclusionRule(exclusion, place));
    }
  }

  private void addField(String key, FieldSpec spec, String source) {
    spec.group().ifPresent(group -> requireGroup(group, source + ", key 'fields." + key + "'"));
    fields.put(key, new FieldRule(key, spec, source));
  }

  private void requireGroup(String group, String place) {
    Set<String> known = new LinkedHashSet<>();
    patterns.forEach(pattern -> known.addAll(pattern.groups()));
    if (!known.contains(group)) {
      throw new InvalidInputException(
          "%s: no pattern has a group '%s'. Groups there: %s."
              .formatted(place, group, String.join(", ", known)));
    }
  }

  private void requireGroupEverywhere(String key, FieldSpec spec, String source) {
    for (int i = 0; i < patterns.size(); i++) {
      String group = spec.group().orElse("");
      if (!group.isEmpty() && !patterns.get(i).groups().contains(group)) {
        throw new InvalidInputException(
            "%s, key 'patterns[%d]': the group '%s' is missing, which gives the %s of a clip."
                .formatted(source, i, group, key));
      }
    }
  }

  /**
   * Reads a name.
   *
   * @param path below the corpus' folder, with {@code /} between folders
   */
  public NameReading read(String path) {
    Optional<ExclusionRule> byPath =
        exclusions.stream().filter(rule -> rule.excludes(path)).findFirst();
    if (byPath.isPresent()) {
      return new NameReading.Excluded(byPath.get().reason());
    }
    return patterns.stream()
        .map(pattern -> pattern.match(path))
        .flatMap(Optional::stream)
        .findFirst()
        .<NameReading>map(this::read)
        .orElseGet(NameReading.Unmatched::new);
  }

  private NameReading read(GroupTexts groups) {
    Optional<ExclusionRule> byCode =
        exclusions.stream().filter(rule -> rule.excludes(groups)).findFirst();
    if (byCode.isPresent()) {
      return new NameReading.Excluded(byCode.get().reason());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, FieldRule> field : fields.entrySet()) {
      Optional<String> text = field.getValue().read(groups);
      if (text.isEmpty()) {
        return new NameReading.UnknownLabel(field.getValue().complaint(groups));
      }
      texts.put(field.getKey(), text.get());
    }
    return new NameReading.Named(clipName(texts));
  }

  private static ClipName clipName(Map<String, String> texts) {
    return new ClipName(
        texts.get("speaker"),
        texts.getOrDefault("sex", ""),
        texts.getOrDefault("sentence", ""),
        texts.get("emotion"),
        texts.getOrDefault("intensity", ""),
        texts.getOrDefault("repetition", ""));
  }
}
