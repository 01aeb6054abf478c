package dev.emovox.settings.yaml;

import dev.emovox.domain.InvalidInputException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where in a document something stands.
 *
 * @param source what the document is called
 * @param path the keys down to it, for example {@code splits[0].train}; empty for the whole
 * @param line its line, starting at 1
 */
record Place(String source, String path, int line) {

  static Place of(String source, Node root) {
    return new Place(source, "", lineOf(root));
  }

  Place key(String name, Node node) {
    return new Place(source, path.isEmpty() ? name : path + "." + name, lineOf(node));
  }

  Place item(int index, Node node) {
    return new Place(source, path + "[" + index + "]", lineOf(node));
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  InvalidInputException error(String sentence) {
    return error(sentence, null);
  }

  InvalidInputException error(String sentence, Throwable cause) {
    return new InvalidInputException(this + ": " + sentence, cause);
  }

  @Override
  public String toString() {
    return source + ", line " + line + (path.isEmpty() ? "" : ", key '" + path + "'");
  }
}
