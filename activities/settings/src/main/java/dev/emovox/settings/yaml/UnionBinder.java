package dev.emovox.settings.yaml;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Binds a mapping to the record that its {@code @JsonTypeInfo} key names. */
final class UnionBinder {
  private final RecordBinder records;

  UnionBinder(RecordBinder records) {
    this.records = records;
  }

  Object bind(MappingNode node, Class<?> type, Place place) {
    String key = type.getAnnotation(JsonTypeInfo.class).property();
    Map<String, Class<?>> members = members(type);
    NodeTuple entry = entry(node, key, place, members);
    String name = ((ScalarNode) entry.getValueNode()).getValue();
    Class<?> member = members.get(name);
    if (member == null) {
      throw place
          .key(key, entry.getKeyNode())
          .error(
              "there is no '%s'.%s Possible: %s."
                  .formatted(
                      name,
                      NearestName.hint(members.keySet(), name),
                      String.join(", ", members.keySet())));
    }
    return records.bind(node, member, place, Set.of(key));
  }

  private static NodeTuple entry(
      MappingNode node, String key, Place place, Map<String, Class<?>> members) {
    return node.getValue().stream()
        .filter(entry -> NodeBinder.keyOf(entry, place).equals(key))
        .filter(entry -> entry.getValueNode() instanceof ScalarNode)
        .findFirst()
        .orElseThrow(
            () ->
                place.error(
                    "the key '%s' is missing. Possible values: %s."
                        .formatted(key, String.join(", ", members.keySet()))));
  }

  private static Map<String, Class<?>> members(Class<?> type) {
    Map<String, Class<?>> members = new LinkedHashMap<>();
    for (JsonSubTypes.Type member : type.getAnnotation(JsonSubTypes.class).value()) {
      members.put(member.name(), member.value());
    }
    return members;
  }
}
