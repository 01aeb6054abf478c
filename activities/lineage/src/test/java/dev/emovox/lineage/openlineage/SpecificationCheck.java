package dev.emovox.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What version 2-0-2 of the specification asks of run events and of the facets that we use. */
public final class SpecificationCheck {
  private static final Set<String> TYPES =
      Set.of("START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER");

  private SpecificationCheck() {}

  /** Fails unless that is a run event. */
  public static void verify(JsonNode event) {
    Instant.parse(text(event, "eventTime"));
    uri(event, "producer");
    uri(event, "schemaURL");
    assertThat(TYPES).contains(text(event, "eventType"));
    verifyRun(event.path("run"));
    verifyJob(event.path("job"));
    event.path("inputs").forEach(set -> verifyDataset(set, "inputFacets"));
    event.path("outputs").forEach(set -> verifyDataset(set, "outputFacets"));
  }

  private static void verifyRun(JsonNode run) {
    uuid(run);
    JsonNode facets = facets(run, "facets");
    if (facets.has("parent")) {
      uuid(facets.path("parent").path("run"));
      names(facets.path("parent").path("job"));
    }
    if (facets.has("errorMessage")) {
      text(facets.path("errorMessage"), "message");
      text(facets.path("errorMessage"), "programmingLanguage");
    }
  }

  private static void verifyJob(JsonNode job) {
    names(job);
    JsonNode type = facets(job, "facets").path("jobType");
    text(type, "processingType");
    text(type, "integration");
  }

  private static void verifyDataset(JsonNode set, String more) {
    names(set);
    JsonNode facets = facets(set, "facets");
    facets(set, more);
    if (facets.has("version")) {
      text(facets.path("version"), "datasetVersion");
    }
    facets.path("schema").path("fields").forEach(field -> text(field, "name"));
    set.path("inputFacets")
        .forEach(quality -> assertThat(quality.path("columnMetrics").isObject()).isTrue());
    set.path("outputFacets")
        .forEach(statistics -> assertThat(statistics.path("rowCount").isIntegralNumber()).isTrue());
  }

  private static void uuid(JsonNode run) {
    assertThat(UUID.fromString(text(run, "runId"))).hasToString(text(run, "runId"));
  }

  private static void names(JsonNode named) {
    List.of("namespace", "name").forEach(key -> text(named, key));
  }

  private static JsonNode facets(JsonNode owner, String member) {
    owner
        .path(member)
        .forEach(
            facet -> {
              uri(facet, "_producer");
              uri(facet, "_schemaURL");
            });
    return owner.path(member);
  }

  private static void uri(JsonNode owner, String member) {
    assertThat(URI.create(text(owner, member)).isAbsolute()).isTrue();
  }

  private static String text(JsonNode owner, String member) {
    assertThat(owner.path(member).isTextual()).as("%s of %s", member, owner).isTrue();
    return owner.path(member).asText();
  }
}
