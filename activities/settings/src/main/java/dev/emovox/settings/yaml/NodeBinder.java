package dev.emovox.settings.yaml;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Binds nodes to types: the one place that decides what kind of value a type takes. */
final class NodeBinder {
  private static final String STANDARD_TAGS = Tag.PREFIX;

  private final ScalarBinder scalars = new ScalarBinder();
  private final RecordBinder records = new RecordBinder(this);
  private final UnionBinder unions = new UnionBinder(records);

  Object bind(Node node, Type type, Place place) {
    refuseNothingAndForeignTags(node, place);
    if (type instanceof ParameterizedType generic) {
      return bindGeneric(node, generic, place);
    }
    Class<?> raw = (Class<?>) type;
    Optional<Delegate> delegate = Delegate.of(raw);
    if (delegate.isPresent()) {
      return delegate.get().create(bind(node, delegate.get().parameter(), place), place);
    }
    if (raw.isAnnotationPresent(JsonTypeInfo.class)) {
      return unions.bind(mapping(node, place), raw, place);
    }
    return raw.isRecord()
        ? records.bind(mapping(node, place), raw, place)
        : scalars.bind(scalar(node, place), raw, place);
  }

  private static void refuseNothingAndForeignTags(Node node, Place place) {
    if (node.getTag().equals(Tag.NULL)) {
      throw place.error("there is no value. Give one, or leave the key out.");
    }
    if (!node.getTag().startsWith(STANDARD_TAGS)) {
      throw place.error("the tag " + node.getTag() + " is not allowed; write a plain value.");
    }
  }

  private Object bindGeneric(Node node, ParameterizedType type, Place place) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(bind(node, arguments[0], place));
    }
    if (type.getRawType() == List.class) {
      return list(sequence(node, place), arguments[0], place);
    }
    if (type.getRawType() == Map.class) {
      return map(mapping(node, place), arguments, place);
    }
    throw new IllegalArgumentException("configuration records can't hold a " + type);
  }

  private List<Object> list(SequenceNode node, Type element, Place place) {
    List<Object> values = new ArrayList<>();
    for (Node item : node.getValue()) {
      values.add(bind(item, element, place.item(values.size(), item)));
    }
    return List.copyOf(values);
  }

  /** Keeps the order of the document, which may matter to people. */
  private Map<Object, Object> map(MappingNode node, Type[] types, Place place) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      Place at = place.key(keyOf(entry, place), entry.getKeyNode());
      Object key = bind(entry.getKeyNode(), types[0], at);
      if (values.put(key, bind(entry.getValueNode(), types[1], at)) != null) {
        throw at.error("this key occurs twice; keep one.");
      }
    }
    return Collections.unmodifiableMap(values);
  }

  static String keyOf(NodeTuple entry, Place place) {
    if (entry.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw place.key("?", entry.getKeyNode()).error("a key must be a plain word.");
  }

  static MappingNode mapping(Node node, Place place) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw place.error("expected keys with values, found " + kindOf(node) + ".");
  }

  private static SequenceNode sequence(Node node, Place place) {
    if (node instanceof SequenceNode sequence) {
      return sequence;
    }
    throw place.error("expected a list, found " + kindOf(node) + ".");
  }

  private static ScalarNode scalar(Node node, Place place) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw place.error("expected one value, found " + kindOf(node) + ".");
  }

  private static String kindOf(Node node) {
    if (node instanceof ScalarNode scalar) {
      return "the value '" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "keys with values";
  }
}
