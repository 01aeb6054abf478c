package dev.emovox.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.time.Instant;

/**
 * OpenLineage's own model of events, made from its JSON schemas by its makers. It is read into more
 * strictly than its client does: a member that the schema of a standard part does not name is
 * refused, and what the model writes again has to be what was read. The model sets the address of
 * each standard part's schema itself, so an address of another version is found that way too.
 */
final class OfficialModel {
  private static final String TIME = "eventTime";

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .annotationIntrospector(new NamedMembers())
          .addHandler(new OwnAddresses())
          .build();

  private OfficialModel() {}

  /** Fails unless that is an event of the version that the model is of. */
  static void verify(JsonNode event) {
    try {
      OpenLineage.RunEvent read = STRICT.treeToValue(event, OpenLineage.RunEvent.class);
      ObjectNode written = (ObjectNode) STRICT.readTree(STRICT.writeValueAsBytes(read));
      assertThat(Instant.parse(written.path(TIME).asText()))
          .isEqualTo(Instant.parse(event.path(TIME).asText()));
      // The same moment may be written with fewer zeros.
      written.set(TIME, event.path(TIME));
      assertThat((JsonNode) written).isEqualTo(event);
    } catch (IOException e) {
      throw new AssertionError("OpenLineage does not know this: " + e.getMessage(), e);
    }
  }

  /** Further members are for facets of others than OpenLineage, and for lists of facets. */
  private static final class NamedMembers extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      String owner = ((AnnotatedMember) annotated).getDeclaringClass().getSimpleName();
      boolean open = owner.startsWith("Default") || owner.endsWith("Facets");
      return open ? super.hasAnySetter(annotated) : null;
    }
  }

  /** The address of a schema is known to the model and not read into it. */
  private static final class OwnAddresses extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object part,
        String name)
        throws IOException {
      if (!name.equals("_schemaURL") && !name.equals("schemaURL")) {
        return false;
      }
      parser.skipChildren();
      return true;
    }
  }
}
