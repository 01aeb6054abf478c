package dev.emovox.settings.yaml;

import java.lang.reflect.ParameterizedType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Binds a mapping to a record: every key must be known and every component must get a value. */
final class RecordBinder {
  private final NodeBinder values;

  RecordBinder(NodeBinder values) {
    this.values = values;
  }

  Object bind(MappingNode node, Class<?> type, Place place) {
    return bind(node, type, place, Set.of());
  }

  /**
   * Binds a mapping.
   *
   * @param passedOver keys that are known but belong to no component
   */
  Object bind(MappingNode node, Class<?> type, Place place, Set<String> passedOver) {
    List<RecordKey> keys = RecordKey.of(type);
    Map<String, NodeTuple> entries = entries(node, place);
    refuseUnknown(entries, keys, place, passedOver);
    Object[] arguments =
        keys.stream().map(key -> argument(key, entries.get(key.name()), place)).toArray();
    return RecordKey.constructor(type).create(arguments, place);
  }

  private static Map<String, NodeTuple> entries(MappingNode node, Place place) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      String name = NodeBinder.keyOf(entry, place);
      NodeTuple before = entries.put(name, entry);
      if (before != null) {
        throw place
            .key(name, entry.getKeyNode())
            .error(
                "this key is already in line "
                    + (before.getKeyNode().getStartMark().getLine() + 1)
                    + "; keep one.");
      }
    }
    return entries;
  }

  private static void refuseUnknown(
      Map<String, NodeTuple> entries, List<RecordKey> keys, Place place, Set<String> passedOver) {
    List<String> known = keys.stream().map(RecordKey::name).toList();
    entries.forEach(
        (name, entry) -> {
          if (!known.contains(name) && !passedOver.contains(name)) {
            throw place
                .key(name, entry.getKeyNode())
                .error(
                    "there is no such key."
                        + NearestName.hint(known, name)
                        + " Keys here: "
                        + String.join(", ", known)
                        + ".");
          }
        });
  }

  private Object argument(RecordKey key, NodeTuple entry, Place place) {
    if (entry != null) {
      return bind(key, entry.getValueNode(), place.key(key.name(), entry.getKeyNode()));
    }
    return key.whenAbsent(values)
        .orElseThrow(() -> place.error("the key '" + key.name() + "' is missing."));
  }

  private Object bind(RecordKey key, Node value, Place place) {
    if (key.loneElement()
        && !(value instanceof SequenceNode)
        && key.type() instanceof ParameterizedType list) {
      return List.of(values.bind(value, list.getActualTypeArguments()[0], place));
    }
    return values.bind(value, key.type(), place);
  }
}
