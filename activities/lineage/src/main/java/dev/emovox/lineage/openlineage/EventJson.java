package dev.emovox.lineage.openlineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Events as OpenLineage writes them: keys in camel case, nothing that is not known. */
public final class EventJson {
  private final ObjectWriter writer =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build()
          .writer();

  /** One event, in one line without its end. */
  public byte[] write(RunEvent event) {
    try {
      return writer.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of an event", e);
    }
  }

  /** Several events as one JSON array, indented for people. */
  public byte[] writeAll(List<RunEvent> events) {
    try {
      return writer.withDefaultPrettyPrinter().writeValueAsBytes(events);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of events", e);
    }
  }
}
