package dev.emovox.ledger.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds the text of {@link CanonicalJson}. Not safe for use by several threads. */
final class CanonicalText {
  /** 2<sup>53</sup> - 1: up to here, every JSON parser has whole numbers exactly. */
  private static final long LARGEST = (1L << 53) - 1;

  private final StringBuilder out = new StringBuilder();

  CanonicalText append(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> string(node.textValue());
      case NUMBER -> out.append(whole(node));
      case BOOLEAN, NULL -> out.append(node.asText());
      case MISSING, BINARY, POJO ->
          throw new IllegalArgumentException("no canonical JSON for " + node.getNodeType());
    }
    return this;
  }

  private void object(JsonNode object) {
    // String's own order is that of UTF-16 code units.
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      out.append(separator);
      string(entry.getKey());
      out.append(':');
      append(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(JsonNode array) {
    out.append('[');
    String separator = "";
    for (JsonNode element : array) {
      out.append(separator);
      append(element);
      separator = ",";
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    text.chars().forEach(unit -> character((char) unit));
    out.append('"');
  }

  private void character(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(unit < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) unit) : unit);
    }
  }

  private static long whole(JsonNode number) {
    boolean within = number.isIntegralNumber() && number.canConvertToLong();
    if (!within || number.longValue() > LARGEST || number.longValue() < -LARGEST) {
      throw new IllegalArgumentException("numbers are whole and below 2^53, unlike " + number);
    }
    return number.longValue();
  }

  byte[] bytes() {
    try {
      // The encoder refuses half a surrogate pair, for which String.getBytes would write '?'.
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(out));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("half a surrogate pair has no UTF-8", e);
    }
  }
}
