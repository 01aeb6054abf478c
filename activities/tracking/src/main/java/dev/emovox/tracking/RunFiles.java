package dev.emovox.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a run read and wrote: data sets and artefacts. */
final class RunFiles {
  /** MLflow takes no more. */
  private static final int DIGEST_CHARACTERS = 36;

  private final MlflowRest rest;
  private final SnakeCaseJson json = new SnakeCaseJson();

  RunFiles(MlflowRest rest) {
    this.rest = rest;
  }

  private record LogInputs(String runId, List<Input> datasets) {}

  private record Input(List<MlflowTag> tags, Dataset dataset) {}

  private record Dataset(
      String name, String digest, @JsonProperty("source_type") String type, String source) {}

  private record Source(String uri) {}

  void inputs(String runId, List<DatasetInput> inputs) {
    if (!inputs.isEmpty()) {
      List<Input> datasets = inputs.stream().map(this::input).toList();
      rest.post("runs/log-inputs", new LogInputs(runId, datasets));
    }
  }

  private Input input(DatasetInput input) {
    String source = new String(json.write(new Source(input.uri())), StandardCharsets.UTF_8).strip();
    String digest = input.digest().hex().substring(0, DIGEST_CHARACTERS);
    return new Input(
        List.of(
            new MlflowTag("mlflow.data.context", input.context()),
            new MlflowTag("emovox.digest", input.digest().toString())),
        new Dataset(input.name(), digest, "s3", source));
  }

  void artifact(ArtifactPath path, byte[] content) {
    rest.putArtifact(path, content);
  }
}
