package dev.emovox.lineage.openlineage;

import dev.emovox.artifacts.S3Location;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunStatus;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.records.rows.AugmentedRow;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.FeatureRow;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Artefacts and folders as datasets. */
final class DatasetForm {
  /** Rows of tables, by the folder that the table lies in. */
  private static final Map<String, Class<? extends Record>> ROWS =
      Map.of(
          "manifest", ManifestRow.class,
          "rejects", Reject.class,
          "split", SplitRow.class,
          "features", FeatureRow.class,
          "augmented-set", AugmentedRow.class,
          "training-clips", ClipRow.class);

  private final Map<Digest, Long> rows = new HashMap<>();

  /** What is known of sizes comes from the status. */
  DatasetForm(RunStatus status) {
    if (status.ingestion() != null) {
      Map<String, Integer> counts =
          Map.of("manifest", status.ingestion().clips(), "rejects", status.ingestion().rejects());
      for (NamedArtifact output : status.ingestion().stage().outputs()) {
        if (counts.containsKey(output.name())) {
          rows.put(output.artifact().digest(), (long) counts.get(output.name()));
        }
      }
    }
  }

  /** A folder with speech on the machines of the workers. */
  RunEvent.Dataset folder(String path) {
    return new RunEvent.Dataset("file", path, new TreeMap<>(), new TreeMap<>(), null);
  }

  /** An artefact that is read. */
  RunEvent.Dataset input(NamedArtifact named) {
    Long count = rows.get(named.artifact().digest());
    SortedMap<String, Facet> quality = new TreeMap<>();
    quality.put("dataQualityMetrics", Facet.Quality.of(count, named.artifact().bytes()));
    return dataset(named, quality, null);
  }

  /** An artefact that is written. */
  RunEvent.Dataset output(NamedArtifact named) {
    SortedMap<String, Facet> statistics = new TreeMap<>();
    Optional.ofNullable(rows.get(named.artifact().digest()))
        .ifPresent(
            count ->
                statistics.put(
                    "outputStatistics", Facet.Statistics.of(count, named.artifact().bytes())));
    return dataset(named, null, statistics);
  }

  private static RunEvent.Dataset dataset(
      NamedArtifact named, SortedMap<String, Facet> input, SortedMap<String, Facet> output) {
    S3Location location = S3Location.parse(named.artifact().uri());
    SortedMap<String, Facet> facets = new TreeMap<>();
    facets.put("version", Facet.Version.of(named.artifact().digest().toString()));
    facets.put("emovox_artifact", Facet.Artifact.of(named));
    ROWS.entrySet().stream()
        .filter(table -> location.key().startsWith("artifacts/" + table.getKey() + "/"))
        .forEach(table -> facets.put("schema", schema(table.getValue())));
    return new RunEvent.Dataset("s3://" + location.bucket(), location.key(), facets, input, output);
  }

  private static Facet.Schema schema(Class<? extends Record> rowType) {
    return Facet.Schema.of(
        Arrays.stream(rowType.getRecordComponents()).map(DatasetForm::field).toList());
  }

  private static Facet.Schema.Field field(RecordComponent component) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    Class<?> type = component.getType();
    return new Facet.Schema.Field(name, type == List.class ? "list" : word(type));
  }

  private static String word(Class<?> type) {
    return type.isEnum() ? "string" : type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
