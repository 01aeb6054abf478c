package dev.emovox.ledger.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * JSON with exactly one text for one value, as RFC 8785 has it, without its floating-point numbers:
 * UTF-8; no white space; the keys of an object sorted by UTF-16 code units; in strings only {@code
 * "}, {@code \} and control characters escaped, these by {@code \b \t \n \f \r} or four lower-case
 * hexadecimal digits; numbers are whole and within ±(2<sup>53</sup> - 1). Values that are absent
 * are left out, never {@code null}.
 *
 * <p>Reading accepts that one text only. Stateless and safe for use by several threads.
 */
public final class CanonicalJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_STRING = 1 << 21;
  private static final int LONGEST_NUMBER = 17;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits()).build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private CanonicalJson() {}

  private static StreamReadConstraints limits() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST)
        .maxStringLength(LONGEST_STRING)
        .maxNumberLength(LONGEST_NUMBER)
        .build();
  }

  /**
   * The one text of a record, map, list or scalar.
   *
   * @throws IllegalArgumentException if it has none: a fraction, a number beyond the limits, half a
   *     surrogate pair
   */
  public static byte[] write(Object value) {
    JsonNode tree = MAPPER.valueToTree(value);
    return new CanonicalText().append(tree).bytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws InvalidInputException if the bytes are no such value, or not its canonical text
   */
  public static <T> T read(byte[] text, Class<T> type) {
    T value = parse(text, type);
    if (!Arrays.equals(text, rewritten(value))) {
      throw new InvalidInputException("this is not the canonical JSON of what it says");
    }
    return value;
  }

  private static byte[] rewritten(Object value) {
    try {
      return write(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("this has no canonical JSON: " + e.getMessage(), e);
    }
  }

  private static <T> T parse(byte[] text, Class<T> type) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new InvalidInputException("this is null instead of a " + type.getSimpleName());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "this is not the JSON of a " + type.getSimpleName() + ": " + reason(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The parser's first line, without the content that it quotes after it. */
  private static String reason(JsonProcessingException e) {
    String line = e.getOriginalMessage().split("\\R", 2)[0];
    String shown = line.substring(0, Math.min(line.length(), 200));
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
