package dev.emovox.settings.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

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

  /**
   * Reads the value of one key of a document.
   *
   * @param source what messages call the document
   * @return nothing if there is no such key
   * @throws dev.emovox.domain.InvalidInputException with line and key, if the document has no keys
   *     or the value is wrong
   */
  public static <T> Optional<T> readKey(String text, String source, String key, Class<T> type) {
    Node root = YamlComposer.compose(text, source);
    Place place = Place.of(source, root);
    return NodeBinder.mapping(root, place).getValue().stream()
        .filter(entry -> NodeBinder.keyOf(entry, place).equals(key))
        .findFirst()
        .map(entry -> value(entry, type, place.key(key, entry.getKeyNode())));
  }

  private static <T> T value(NodeTuple entry, Class<T> type, Place place) {
    return type.cast(new NodeBinder().bind(entry.getValueNode(), type, place));
  }
}
