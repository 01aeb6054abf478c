package dev.emovox.wav2vec2.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.Quoted;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON of a safetensors header token by token, so that a hostile one can't make it build
 * more than its limits allow. Duplicate keys, unknown keys and anything after the object are
 * errors.
 */
final class SafetensorsHeaderParser {
  private static final String METADATA = "__metadata__";
  private static final int MOST_TENSORS = 20_000;
  private static final int MOST_METADATA = 1000;
  private static final int LONGEST_METADATA = 1 << 20;
  private static final int LONGEST_NAME = 256;
  private static final int HIGHEST_RANK = 8;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(20)
                  .maxStringLength(LONGEST_METADATA)
                  .build())
          .build();

  private final String source;
  private final Map<String, String> metadata = new TreeMap<>();
  private final List<SafetensorsHeader.Place> places = new ArrayList<>();

  private SafetensorsHeaderParser(String source) {
    this.source = source;
  }

  /**
   * Reads and checks a header.
   *
   * @param source the file's name, for messages
   * @param json the header alone
   * @param room how many bytes follow it
   * @throws InvalidInputException if it is malformed or does not fit the file
   */
  static SafetensorsHeader parse(String source, ByteBuffer json, long room) {
    SafetensorsHeaderParser parser = new SafetensorsHeaderParser(source);
    try {
      parser.parse(json);
    } catch (JsonProcessingException e) {
      throw parser.malformed(
          "its header is not the JSON it should be: " + Quoted.of(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw parser.malformed("its header is not UTF-8", e);
    }
    return SafetensorsHeader.checked(source, parser.metadata, parser.places, room);
  }

  private void parse(ByteBuffer json) throws IOException {
    // A decoder of its own reports malformed bytes; Jackson would guess among encodings.
    Reader text = new InputStreamReader(new BufferInput(json), StandardCharsets.UTF_8.newDecoder());
    try (JsonParser in = JSON.createParser(text)) {
      expect(in.nextToken(), JsonToken.START_OBJECT, "the header");
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        entry(in, in.currentName());
      }
      if (in.nextToken() != null) {
        throw malformed("its header goes on after its end", null);
      }
    }
  }

  private void entry(JsonParser in, String name) throws IOException {
    if (name.equals(METADATA)) {
      metadata(in);
      return;
    }
    if (places.size() == MOST_TENSORS) {
      throw malformed("it has more than %d tensors".formatted(MOST_TENSORS), null);
    }
    if (!Quoted.isPlain(name)) {
      throw malformed(
          "it has a tensor whose name is empty or has characters that can't be printed", null);
    }
    places.add(place(in, name));
  }

  private void metadata(JsonParser in) throws IOException {
    expect(in.nextToken(), JsonToken.START_OBJECT, METADATA);
    long characters = 0;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      expect(in.nextToken(), JsonToken.VALUE_STRING, METADATA);
      metadata.put(key, in.getText());
      characters += key.length() + in.getTextLength();
      if (metadata.size() > MOST_METADATA || characters > LONGEST_METADATA) {
        throw malformed("its " + METADATA + " is longer than any that makes sense", null);
      }
    }
  }

  private SafetensorsHeader.Place place(JsonParser in, String name) throws IOException {
    expect(in.nextToken(), JsonToken.START_OBJECT, name);
    ElementType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      switch (key) {
        case "dtype" -> type = type(in, name);
        case "shape" -> shape = numbers(in, name, key);
        case "data_offsets" -> offsets = numbers(in, name, key);
        default ->
            throw malformed(
                "tensor %s has an unknown key %s".formatted(name, Quoted.of(key)), null);
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw malformed("tensor %s needs dtype, shape and two data_offsets".formatted(name), null);
    }
    return new SafetensorsHeader.Place(
        new TensorLayout(name, type, shape), offsets.get(0), offsets.get(1));
  }

  private ElementType type(JsonParser in, String name) throws IOException {
    expect(in.nextToken(), JsonToken.VALUE_STRING, name + ".dtype");
    String dtype = in.getText();
    return ElementType.ofSafetensors(dtype)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: tensor %s has element type %s; readable are F64, F32, F16, BF16 and I64. Save the model in one of them."
                        .formatted(source, name, Quoted.of(dtype))));
  }

  private List<Long> numbers(JsonParser in, String name, String key) throws IOException {
    expect(in.nextToken(), JsonToken.START_ARRAY, name + "." + key);
    List<Long> numbers = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      expect(in.currentToken(), JsonToken.VALUE_NUMBER_INT, name + "." + key);
      long number = in.getLongValue();
      if (number < 0 || numbers.size() == HIGHEST_RANK) {
        throw malformed(
            "%s of tensor %s has a negative number or more than %d"
                .formatted(key, name, HIGHEST_RANK),
            null);
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void expect(JsonToken found, JsonToken expected, String where) {
    if (found != expected) {
      throw malformed("%s is %s instead of %s".formatted(where, found, expected), null);
    }
  }

  private InvalidInputException malformed(String what, Throwable cause) {
    return SafetensorsHeader.malformed(source, what, cause);
  }
}
