package dev.emovox.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.emovox.domain.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The one JSON form of documents and artefacts: UTF-8, snake_case keys, record components in the
 * order of their declaration, map entries sorted by key, nulls and empty optionals written as null,
 * times in ISO 8601, durations in seconds, one line feed at the end. The same value gives the same
 * bytes.
 *
 * <p>Reading is strict: unknown and repeated keys, missing numbers and anything after the document
 * are errors. Only a number that is not written if it is 0 ({@code @JsonInclude(NON_DEFAULT)}) is
 * read as 0 if it is missing: documents from before there was such a number stay readable.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class SnakeCaseJson {
  private final ObjectMapper mapper = configured();
  private final ObjectWriter indented = mapper.writerWithDefaultPrettyPrinter();

  private static ObjectMapper configured() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .annotationIntrospector(
            AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new LeftOutNumbers()))
        .build();
  }

  /** The document in as few bytes as possible. */
  public byte[] write(Object value) {
    return write(mapper.writer(), value);
  }

  /** The document indented for people. */
  public byte[] writeIndented(Object value) {
    return write(indented, value);
  }

  /** {@link #writeIndented} as text, for standard output. */
  public String text(Object value) {
    return new String(writeIndented(value), StandardCharsets.UTF_8);
  }

  private static byte[] write(ObjectWriter writer, Object value) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(writer.writeValueAsBytes(value));
      out.write('\n');
      return out.toByteArray();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
    }
  }

  /**
   * Reads one document.
   *
   * @throws InvalidInputException if the bytes are no such document, with line and column
   */
  public <T> T read(byte[] content, Class<T> type) {
    try {
      return mapper.readValue(content, type);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "This is not the JSON of a " + type.getSimpleName() + ": " + reason(e) + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String reason(JsonProcessingException e) {
    String what = e.getOriginalMessage().split("\\R", 2)[0];
    return e.getLocation() == null
        ? what
        : what + " (line %d, column %d)".formatted(line(e), e.getLocation().getColumnNr());
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation().getLineNr();
  }
}
