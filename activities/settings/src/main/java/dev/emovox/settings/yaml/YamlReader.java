package dev.emovox.settings.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML document into a record. */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads one document.
   *
   * @param source what messages call the document
   * @throws dev.emovox.domain.InvalidInputException with line and key, if the document is wrong
   */
  public static <T> T read(String text, String source, Class<T> type) {
    Node root = YamlComposer.compose(text, source);
    return type.cast(new NodeBinder().bind(root, type, Place.of(source, root)));
  }
}
