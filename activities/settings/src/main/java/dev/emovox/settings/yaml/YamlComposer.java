package dev.emovox.settings.yaml;

import dev.emovox.domain.InvalidInputException;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Composes text into nodes and stops at documents made to exhaust whoever reads them. */
final class YamlComposer {
  /** Far above any configuration: the largest of ours has some thousand characters. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final int DEEPEST_NESTING = 40;

  private YamlComposer() {}

  static Node compose(String text, String source) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidInputException(
          source + " has more than " + MOST_CHARACTERS + " characters; that is no configuration.");
    }
    Node root = parse(text, source);
    if (root == null) {
      throw new InvalidInputException(source + " is empty; it must have keys and values.");
    }
    return root;
  }

  private static Node parse(String text, String source) {
    try {
      return new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InvalidInputException(
          source + ", line " + line + ": this is not YAML: " + e.getProblem() + ".", e);
    } catch (YAMLException e) {
      throw new InvalidInputException(source + " can't be read: " + firstLine(e) + ".", e);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST_NESTING);
    // Nested aliases multiply; configuration needs none.
    options.setMaxAliasesForCollections(0);
    return options;
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).split("\\R", 2)[0];
  }
}
