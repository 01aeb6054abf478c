package dev.emovox.serving.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a tensor's elements, which the protocol lets be nested lists or one flat list. Numbers go
 * into an array as they come: a tree of them would take many times the memory of the request.
 */
final class TensorDataReader extends StdDeserializer<TensorData> {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 2;
  private static final int MOST_TEXTS = 10_000;
  private static final int FIRST_ROOM = 4_096;

  TensorDataReader() {
    super(TensorData.class);
  }

  @Override
  public TensorData deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return refuse(context);
    }
    Elements elements = new Elements();
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && depth < DEEPEST) {
        depth++;
      } else if (token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token != null && token.isNumeric()) {
        elements.add(parser.getFloatValue());
      } else if (token == JsonToken.VALUE_STRING && elements.texts.size() < MOST_TEXTS) {
        elements.texts.add(parser.getText());
      } else {
        return refuse(context);
      }
    }
    return elements.data();
  }

  private TensorData refuse(DeserializationContext context) throws IOException {
    return context.reportInputMismatch(this, "data is no list of numbers or texts");
  }

  /** What was read so far. */
  private static final class Elements {
    private final List<String> texts = new ArrayList<>();
    private float[] numbers = new float[FIRST_ROOM];
    private int count;

    void add(float number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count + count / 2);
      }
      numbers[count++] = number;
    }

    TensorData data() {
      return new TensorData(Arrays.copyOf(numbers, count), texts);
    }
  }
}
