package dev.emovox.settings.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Binds one value. Texts are taken as written ({@code 01} stays {@code 01}, {@code no} stays {@code
 * no}); numbers and booleans must be written as such, without quotes.
 */
final class ScalarBinder {

  Object bind(ScalarNode node, Class<?> type, Place place) {
    String text = node.getValue();
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      return enumValue(text, type, place);
    }
    if (type == URI.class) {
      return uri(text, place);
    }
    if (type == Path.class) {
      return path(text, place);
    }
    if (type == boolean.class || type == Boolean.class) {
      return bool(node, place);
    }
    return number(node, type, place);
  }

  private static Object number(ScalarNode node, Class<?> type, Place place) {
    if (type == int.class || type == Integer.class) {
      return parsed(node, "a whole number", Integer::valueOf, place);
    }
    if (type == long.class || type == Long.class) {
      return parsed(node, "a whole number", Long::valueOf, place);
    }
    if (type == double.class || type == Double.class) {
      return parsed(node, "a number", ScalarBinder::finite, place);
    }
    throw new IllegalArgumentException("configuration records can't hold a " + type);
  }

  private static Object parsed(
      ScalarNode node, String expected, Function<String, Object> parse, Place place) {
    try {
      if (node.getScalarStyle() == ScalarStyle.PLAIN) {
        return parse.apply(node.getValue().replace("_", ""));
      }
    } catch (NumberFormatException e) {
      // Said below, the same way as for a quoted number.
    }
    throw place.error("expected " + expected + ", found '" + node.getValue() + "'.");
  }

  private static Object finite(String text) {
    // Java would also take hexadecimal numbers, suffixes and NaN.
    if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
      throw new NumberFormatException(text);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Object bool(ScalarNode node, Place place) {
    return parsed(
        node,
        "true or false",
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
          }
          return Boolean.valueOf(text);
        },
        place);
  }

  private static Object enumValue(String text, Class<?> type, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      values.put(written((Enum<?>) constant), constant);
    }
    if (!values.containsKey(text)) {
      throw place.error(
          "there is no '%s'.%s Possible: %s."
              .formatted(
                  text,
                  NearestName.hint(values.keySet(), text),
                  String.join(", ", values.keySet())));
    }
    return values.get(text);
  }

  private static String written(Enum<?> constant) {
    try {
      JsonProperty property =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return property == null
          ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
          : property.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("every enum constant is a field", e);
    }
  }

  private static Object uri(String text, Place place) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw place.error("'" + text + "' is not a URL: " + e.getReason() + ".", e);
    }
  }

  private static Object path(String text, Place place) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw place.error("'" + text + "' is not a file name.", e);
    }
  }
}
