package dev.emovox.settings.yaml;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The key of a record's component.
 *
 * @param name as written in YAML
 * @param type what the value must be
 * @param defaultText the value when the key is absent, as YAML; empty if there is none
 * @param loneElement whether a list of one may be written as that one, as {@code @JsonFormat} says
 */
record RecordKey(String name, Type type, String defaultText, boolean loneElement) {
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  static List<RecordKey> of(Class<?> record) {
    return Stream.of(record.getRecordComponents()).map(RecordKey::of).toList();
  }

  private static RecordKey of(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    String name = property == null ? "" : property.value();
    return new RecordKey(
        name.isEmpty() ? SNAKE_CASE.translate(component.getName()) : name,
        component.getGenericType(),
        property == null ? "" : property.defaultValue(),
        takesLoneElement(component.getAccessor().getAnnotation(JsonFormat.class)));
  }

  private static boolean takesLoneElement(JsonFormat format) {
    return format != null
        && List.of(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
  }

  static Delegate constructor(Class<?> record) {
    Class<?>[] types =
        Stream.of(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      return new Delegate(constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  /** The component's value when its key is absent; empty if it must be given. */
  Optional<Object> whenAbsent(NodeBinder values) {
    if (!defaultText.isEmpty()) {
      String source = "the default of '" + name + "'";
      Node node = YamlComposer.compose(defaultText, source);
      return Optional.of(values.bind(node, type, Place.of(source, node)));
    }
    boolean optional =
        type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    return optional ? Optional.of(Optional.empty()) : Optional.empty();
  }
}
