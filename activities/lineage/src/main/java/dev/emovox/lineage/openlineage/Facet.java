package dev.emovox.lineage.openlineage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageStatus;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Parts of events. Each names who wrote it and where its form is described. */
sealed interface Facet {
  /** Who writes all of them. */
  URI PRODUCER = URI.create("urn:emovox");

  /**
   * The two members that every facet has.
   *
   * @param producer who wrote it
   * @param schema where its form is described
   */
  record Origin(@JsonProperty("_producer") URI producer, @JsonProperty("_schemaURL") URI schema) {
    private static Origin standard(String facet, String version) {
      return new Origin(
          PRODUCER,
          URI.create(
              "https://openlineage.io/spec/facets/%s/%s.json#/$defs/%s"
                  .formatted(version, facet, facet)));
    }

    private static Origin own(String facet) {
      return new Origin(
          PRODUCER, URI.create("urn:emovox:openlineage-facets:1-0-0#/$defs/" + facet));
    }
  }

  /** The run that a stage belongs to. */
  record Parent(@JsonUnwrapped Origin origin, RunId run, JobId job) implements Facet {
    record RunId(UUID runId) {}

    record JobId(String namespace, String name) {}

    static Parent of(UUID run, String namespace, String job) {
      return new Parent(
          Origin.standard("ParentRunFacet", "1-2-0"), new RunId(run), new JobId(namespace, job));
    }
  }

  /** Why something failed. */
  record ErrorMessage(@JsonUnwrapped Origin origin, String message, String programmingLanguage)
      implements Facet {
    static ErrorMessage of(String message) {
      return new ErrorMessage(Origin.standard("ErrorMessageRunFacet", "1-0-1"), message, "JAVA");
    }
  }

  /** What kind of job it is. */
  record JobType(
      @JsonUnwrapped Origin origin, String processingType, String integration, String jobType)
      implements Facet {
    static JobType of(String jobType) {
      return new JobType(Origin.standard("JobTypeJobFacet", "2-0-4"), "BATCH", "EMOVOX", jobType);
    }
  }

  /** Which state of a dataset is meant: its digest, since artefacts never change. */
  record Version(@JsonUnwrapped Origin origin, String datasetVersion) implements Facet {
    static Version of(String version) {
      return new Version(Origin.standard("DatasetVersionDatasetFacet", "1-0-1"), version);
    }
  }

  /** The columns of a table. */
  record Schema(@JsonUnwrapped Origin origin, List<Field> fields) implements Facet {
    record Field(String name, String type) {}

    static Schema of(List<Field> fields) {
      return new Schema(Origin.standard("SchemaDatasetFacet", "1-2-0"), fields);
    }
  }

  /** How much was read. */
  record Quality(
      @JsonUnwrapped Origin origin, Long rowCount, Long bytes, Map<String, String> columnMetrics)
      implements Facet {
    static Quality of(Long rows, Long bytes) {
      return new Quality(
          Origin.standard("DataQualityMetricsInputDatasetFacet", "1-0-3"), rows, bytes, Map.of());
    }
  }

  /** How much was written. */
  record Statistics(@JsonUnwrapped Origin origin, long rowCount, long size) implements Facet {
    static Statistics of(long rows, long bytes) {
      return new Statistics(
          Origin.standard("OutputStatisticsOutputDatasetFacet", "1-0-2"), rows, bytes);
    }
  }

  /** Our own: what the bytes of an artefact are. */
  record Artifact(
      @JsonUnwrapped Origin origin,
      String role,
      String digest,
      long bytes,
      String mediaType,
      int schemaVersion)
      implements Facet {
    static Artifact of(NamedArtifact named) {
      return new Artifact(
          Origin.own("ArtifactDatasetFacet"),
          named.name(),
          named.artifact().digest().toString(),
          named.artifact().bytes(),
          named.artifact().mediaType(),
          named.artifact().schemaVersion());
    }
  }

  /** Our own: which stage of which run it was, and whether it computed anything. */
  record Stage(@JsonUnwrapped Origin origin, String run, String stage, String cache)
      implements Facet {
    static Stage of(String run, StageStatus stage) {
      String cache = stage.cache() == null ? null : stage.cache().name().toLowerCase(Locale.ROOT);
      return new Stage(Origin.own("StageRunFacet"), run, stage.name(), cache);
    }
  }
}
