package dev.emovox.corpora.naming;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Files of the corpus that are left out on purpose.
 *
 * @param reason why, for a person
 * @param group a group of the patterns whose text decides; together with {@code codes}
 * @param codes the texts of that group that are left out
 * @param path instead: a regular expression for the whole path below the corpus' folder
 */
public record ExclusionSpec(
    String reason,
    Optional<String> group,
    @JsonProperty(defaultValue = "[]") List<String> codes,
    Optional<String> path) {

  public ExclusionSpec {
    if (group.isPresent() == path.isPresent() || group.isPresent() == codes.isEmpty()) {
      throw new IllegalArgumentException("give either 'group' with 'codes', or 'path'.");
    }
  }
}
