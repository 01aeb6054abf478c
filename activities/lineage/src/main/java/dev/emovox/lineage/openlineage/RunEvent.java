package dev.emovox.lineage.openlineage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * An event of OpenLineage's specification 2-0-2: a run or a stage of it began or ended.
 *
 * @param eventType what happened
 * @param eventTime when
 * @param run of which run of the job
 * @param job what is done again and again
 * @param inputs what it took
 * @param outputs what it left
 * @param producer who tells
 * @param schema where the form of events is described
 */
public record RunEvent(
    Type eventType,
    Instant eventTime,
    Run run,
    Job job,
    List<Dataset> inputs,
    List<Dataset> outputs,
    URI producer,
    @JsonProperty("schemaURL") URI schema) {
  private static final URI SCHEMA =
      URI.create("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");

  /** What happened. */
  public enum Type {
    START,
    COMPLETE,
    FAIL,
    ABORT
  }

  /**
   * A run of a job.
   *
   * @param runId of this run and no other
   * @param facets what is known of it, by name
   */
  public record Run(UUID runId, SortedMap<String, Facet> facets) {}

  /**
   * A job.
   *
   * @param namespace of the job's name
   * @param name within the namespace
   * @param facets what is known of it, by name
   */
  public record Job(String namespace, String name, SortedMap<String, Facet> facets) {}

  /**
   * Something that is read or written.
   *
   * @param namespace of the name, for example {@code s3://BUCKET}
   * @param name within the namespace
   * @param facets what is known of it, by name
   * @param inputFacets what is known of its being read; null if it was not
   * @param outputFacets what is known of its being written; null if it was not
   */
  public record Dataset(
      String namespace,
      String name,
      SortedMap<String, Facet> facets,
      SortedMap<String, Facet> inputFacets,
      SortedMap<String, Facet> outputFacets) {}

  static RunEvent of(Moment moment, Run run, Job job, Datasets datasets) {
    return new RunEvent(
        moment.type,
        moment.time,
        run,
        job,
        datasets.inputs,
        datasets.outputs,
        Facet.PRODUCER,
        SCHEMA);
  }

  /**
   * What happened when.
   *
   * @param type what
   * @param time when
   */
  record Moment(Type type, Instant time) {}

  /**
   * What was read and written.
   *
   * @param inputs read
   * @param outputs written
   */
  record Datasets(List<Dataset> inputs, List<Dataset> outputs) {
    static Datasets none() {
      return new Datasets(List.of(), List.of());
    }
  }

  /** What makes this event and no other; whoever gets it twice may drop one. */
  public String identity() {
    return run.runId() + " " + eventType;
  }
}
