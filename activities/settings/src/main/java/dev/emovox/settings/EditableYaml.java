package dev.emovox.settings;

import dev.emovox.domain.InvalidInputException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML document in which single values can be replaced and found again by line. It knows the
 * document's shape only; whether keys and values make sense is {@link StrictYaml}'s to say about
 * {@link #text}.
 *
 * <p>Not safe for use by several threads.
 */
public final class EditableYaml {
  private final Node root;
  private final String sourceName;

  private EditableYaml(Node root, String sourceName) {
    this.root = root;
    this.sourceName = sourceName;
  }

  /**
   * Reads one document whose root is a mapping.
   *
   * @param sourceName what messages call the text, usually its file name
   * @throws InvalidInputException if the text is not YAML, or its root no mapping
   */
  public static EditableYaml parse(String text, String sourceName) {
    Node root = compose(text, sourceName);
    if (!(root instanceof MappingNode)) {
      throw new InvalidInputException(
          "%s must hold `key: value` lines and holds none at its top level.".formatted(sourceName));
    }
    return new EditableYaml(root, sourceName);
  }

  /**
   * Replaces the value at {@code path}, or adds it: mappings on the way that are not there are
   * made, entries of lists are not.
   *
   * @param path for example {@code splits[0].test}, or {@code splits[*].test} for every entry
   * @param value YAML, for example {@code 0.2} or {@code [TESS, SAVEE]}
   * @return the paths of what was set, none with a {@code *}
   * @throws InvalidInputException if the path leads nowhere or the value is not YAML
   */
  public List<String> set(String path, String value) {
    YamlPath way =
        YamlPath.parse(path)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "'%s' is not the path of a setting; write it like `seed`, `splits[0].test` or `splits[*].test`."
                            .formatted(path)));
    List<YamlPath> ways = new ArrayList<>();
    expand(way, ways);
    if (ways.isEmpty()) {
      throw nowhere(path);
    }
    ways.forEach(one -> put(one, value));
    return ways.stream().map(YamlPath::toString).toList();
  }

  private void expand(YamlPath way, List<YamlPath> ways) {
    int every = way.every();
    if (every < 0) {
      ways.add(way);
      return;
    }
    Optional<Node> list = follow(way.above(every).steps());
    if (list.isPresent() && list.get() instanceof SequenceNode entries) {
      for (int i = 0; i < entries.getValue().size(); i++) {
        expand(way.at(every, i), ways);
      }
    }
  }

  /** Every value has nodes of its own: two of the same would be written as an alias. */
  private void put(YamlPath way, String value) {
    Node parent = parent(way).orElseThrow(() -> nowhere(way.toString()));
    Node node = value.isBlank() ? nothing() : compose(value, "the value of " + way);
    if (!put(parent, way.last(), node)) {
      throw nowhere(way.toString());
    }
  }

  private Optional<Node> parent(YamlPath way) {
    List<YamlPath.Step> above = way.steps().subList(0, way.steps().size() - 1);
    for (int i = 0; i < above.size(); i++) {
      boolean onlyKeys =
          way.steps().subList(i + 1, way.steps().size()).stream()
              .allMatch(step -> step instanceof YamlPath.Step.Key);
      if (onlyKeys && follow(above.subList(0, i + 1)).isEmpty()) {
        follow(above.subList(0, i)).ifPresent(making(above.get(i)));
      }
    }
    return follow(above);
  }

  private static Consumer<Node> making(YamlPath.Step step) {
    MappingNode empty = new MappingNode(Tag.MAP, new ArrayList<>(), DumperOptions.FlowStyle.BLOCK);
    return node -> put(node, step, empty);
  }

  /** The entries of the top level in their order. */
  public List<Entry> entries() {
    return ((MappingNode) root).getValue().stream().map(this::entry).toList();
  }

  private Entry entry(NodeTuple entry) {
    if (entry.getKeyNode() instanceof ScalarNode key) {
      int line = key.getStartMark().getLine() + 1;
      return new Entry(key.getValue(), text(entry.getValueNode()), line);
    }
    throw new InvalidInputException(
        "%s, line %d: a key must be a plain word."
            .formatted(sourceName, entry.getKeyNode().getStartMark().getLine() + 1));
  }

  /**
   * One entry.
   *
   * @param key as written
   * @param value YAML
   * @param line of the key, counted from one
   */
  public record Entry(String key, String value, int line) {}

  /** The line, counted from one, of the value at {@code path}; empty if it is not there. */
  public OptionalInt line(String path) {
    return YamlPath.parse(path)
        .flatMap(way -> follow(way.steps()))
        .map(Node::getStartMark)
        .map(mark -> OptionalInt.of(mark.getLine() + 1))
        .orElseGet(OptionalInt::empty);
  }

  /** The document as it is now, without comments. The same edits give the same text. */
  public String text() {
    return text(root);
  }

  private static String text(Node node) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(node, text);
    return text.toString();
  }

  private Optional<Node> follow(List<YamlPath.Step> steps) {
    Optional<Node> node = Optional.of(root);
    for (YamlPath.Step step : steps) {
      node = node.flatMap(at -> child(at, step));
    }
    return node;
  }

  private static Optional<Node> child(Node node, YamlPath.Step step) {
    if (step instanceof YamlPath.Step.Key key && node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(entry -> isNamed(entry, key.name()))
          .map(NodeTuple::getValueNode)
          .findFirst();
    }
    if (step instanceof YamlPath.Step.Index index && node instanceof SequenceNode list) {
      return list.getValue().stream().skip(index.position()).findFirst();
    }
    return Optional.empty();
  }

  private static boolean put(Node parent, YamlPath.Step step, Node value) {
    if (step instanceof YamlPath.Step.Key key && parent instanceof MappingNode mapping) {
      putEntry(mapping, key.name(), value);
      return true;
    }
    if (step instanceof YamlPath.Step.Index index && parent instanceof SequenceNode list) {
      boolean inside = index.position() < list.getValue().size();
      if (inside) {
        list.getValue().set(index.position(), value);
      }
      return inside;
    }
    return false;
  }

  private static void putEntry(MappingNode mapping, String name, Node value) {
    List<NodeTuple> entries = new ArrayList<>();
    boolean found = false;
    for (NodeTuple entry : mapping.getValue()) {
      boolean here = isNamed(entry, name);
      entries.add(here ? new NodeTuple(entry.getKeyNode(), value) : entry);
      found |= here;
    }
    if (!found) {
      entries.add(new NodeTuple(compose(name, name), value));
    }
    mapping.setValue(entries);
  }

  private static boolean isNamed(NodeTuple entry, String name) {
    return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }

  private static Node compose(String text, String sourceName) {
    try {
      Node node = new Yaml().compose(new StringReader(text));
      return node == null ? nothing() : node;
    } catch (YAMLException e) {
      String reason = e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
      throw new InvalidInputException("%s is not YAML: %s".formatted(sourceName, reason), e);
    }
  }

  private static Node nothing() {
    return new ScalarNode(Tag.NULL, "null", null, null, DumperOptions.ScalarStyle.PLAIN);
  }

  private InvalidInputException nowhere(String path) {
    return new InvalidInputException(
        "%s has no place '%s': a part of the path before its last does not exist there, or is no list or mapping, or a list has fewer entries (positions count from 0)."
            .formatted(sourceName, path));
  }
}
