package dev.emovox.corpora.naming;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * Where a field of a clip comes from: one value for all clips, or the text of a named group, taken
 * as it is (in lower case) or translated.
 *
 * @param value the same for every clip
 * @param group name of a group of the patterns
 * @param labels what each text of the group means; the case of letters does not count, and a text
 *     that is not here is an error of the file
 * @param rules the same with a regular expression for the whole text; the first that matches counts
 */
public record FieldSpec(
    Optional<String> value,
    Optional<String> group,
    @JsonProperty(defaultValue = "{}") Map<String, String> labels,
    @JsonProperty(defaultValue = "{}") Map<String, String> rules) {

  public FieldSpec {
    if (value.isPresent() == group.isPresent()) {
      throw new IllegalArgumentException("give either 'value' or 'group'.");
    }
    boolean translated = !labels.isEmpty() || !rules.isEmpty();
    if (value.isPresent() && translated) {
      throw new IllegalArgumentException("'labels' and 'rules' need a 'group'.");
    }
    if (!labels.isEmpty() && !rules.isEmpty()) {
      throw new IllegalArgumentException("give 'labels' or 'rules', not both.");
    }
    if (labels.containsValue("") || rules.containsValue("")) {
      throw new IllegalArgumentException("a label can't be empty.");
    }
  }
}
