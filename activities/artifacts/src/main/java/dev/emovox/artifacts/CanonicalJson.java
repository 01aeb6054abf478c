package dev.emovox.artifacts;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for one value: JSON with keys sorted by UTF-16 code unit, no white space, and numbers
 * written as their exact decimal value, so that {@code 1}, {@code 1.0} and {@code 1e0} are the
 * same. {@code Double.toString} is not used because JDK 19 changed its digits.
 *
 * <p>Stateless and safe for use by several threads.
 */
final class CanonicalJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private CanonicalJson() {}

  /**
   * The canonical text of a record, map, list or scalar.
   *
   * @throws IllegalArgumentException if it holds something that JSON can't: NaN or infinity
   */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, MAPPER.valueToTree(value));
    return out.toString();
  }

  private static void append(StringBuilder out, JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> appendObject(out, node);
      case ARRAY -> appendArray(out, node);
      case STRING -> appendText(out, node.textValue());
      case NUMBER -> out.append(number(node));
      case BOOLEAN, NULL -> out.append(node.asText());
      case MISSING -> out.append("null");
      case BINARY, POJO ->
          throw new IllegalArgumentException("no canonical JSON for " + node.getNodeType());
    }
  }

  private static void appendObject(StringBuilder out, JsonNode object) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    String separator = "{";
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      out.append(separator);
      appendText(out, entry.getKey());
      out.append(':');
      append(out, entry.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void appendArray(StringBuilder out, JsonNode array) {
    String separator = "[";
    for (JsonNode element : array) {
      out.append(separator);
      append(out, element);
      separator = ",";
    }
    out.append(array.isEmpty() ? "[]" : "]");
  }

  private static void appendText(StringBuilder out, String text) {
    out.append('"').append(JsonStringEncoder.getInstance().quoteAsString(text)).append('"');
  }

  private static String number(JsonNode node) {
    BigDecimal exact =
        node.isFloatingPointNumber() && !node.isBigDecimal()
            ? exactly(node.doubleValue())
            : node.decimalValue();
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal exactly(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    return new BigDecimal(value);
  }
}
