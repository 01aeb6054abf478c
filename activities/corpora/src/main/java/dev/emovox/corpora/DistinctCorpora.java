package dev.emovox.corpora;

import dev.emovox.domain.InvalidInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes sure that definitions used together don't claim the same names. */
final class DistinctCorpora {
  private DistinctCorpora() {}

  static void require(List<CorpusDefinition> definitions) {
    Map<String, String> owners = new HashMap<>();
    for (CorpusDefinition definition : definitions) {
      for (String folder : definition.folders()) {
        String key = folder.toLowerCase(Locale.ROOT);
        String owner = owners.putIfAbsent(key, definition.name());
        if (owner != null
            && !folder.equals(definition.name())
            && !owner.equals(definition.name())) {
          throw new InvalidInputException(
              "The corpora '%s' and '%s' both claim the folder name '%s'; take it out of one."
                  .formatted(owner, definition.name(), folder));
        }
      }
    }
    if (definitions.stream().map(CorpusDefinition::name).distinct().count() < definitions.size()) {
      throw new InvalidInputException("Two corpus definitions have the same name; rename one.");
    }
  }
}
