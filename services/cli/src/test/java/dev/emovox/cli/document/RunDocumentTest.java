package dev.emovox.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.testing.NetworkStatuses;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunStatus;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunDocumentTest {

  private static JsonNode json(RunStatus run) throws IOException {
    return new ObjectMapper()
        .readTree(Json.write(RunDocument.of(run, "http://temporal/x", Optional.empty())));
  }

  @Test
  void hasTheKeysThatScriptsRelyOn() throws IOException {
    JsonNode run = json(Statuses.done());
    assertThat(run.fieldNames())
        .toIterable()
        .contains(
            "id",
            "experiment",
            "status",
            "error",
            "manifest",
            "stages",
            "models",
            "mlflow_run",
            "links");
    assertThat(run.get("status").asText()).isEqualTo("done");
    assertThat(run.get("error").isNull()).isTrue();
    assertThat(run.get("started").asText()).isEqualTo("2026-01-31T14:25:01Z");
    assertThat(run.get("mlflow_run").asText()).isEqualTo("abc");
    assertThat(run.at("/manifest/clips").asInt()).isEqualTo(8);
    assertThat(run.at("/manifest/rejects").asInt()).isEqualTo(1);
    assertThat(run.at("/manifest/digest").asText()).startsWith("sha256:");
    assertThat(run.at("/links/temporal").asText()).isEqualTo("http://temporal/x");
  }

  @Test
  void stagesSayWhetherTheyWereCached() throws IOException {
    JsonNode stages = json(Statuses.done()).get("stages");
    assertThat(stages.at("/0/name").asText()).isEqualTo("ingestion");
    assertThat(stages.at("/0/cache").asText()).isEqualTo("hit");
    assertThat(stages.at("/1/cache").asText()).isEqualTo("miss");
    assertThat(stages.at("/0/seconds").asDouble()).isEqualTo(2.25);
    assertThat(stages.at("/0/outputs/0/uri").asText()).isEqualTo("s3://emovox/ingestion");
    assertThat(stages.at("/0/outputs/0/digest").asText()).startsWith("sha256:");
  }

  @Test
  void modelsHavePlainNumbersWithIntervalsBeside() throws IOException {
    JsonNode model = json(Statuses.done()).at("/models/0");
    assertThat(model.get("name").asText()).isEqualTo("random-forest");
    assertThat(model.get("split").asText()).isEqualTo("random");
    assertThat(model.get("clips").asInt()).isEqualTo(8);
    for (String score :
        new String[] {"accuracy", "weighted_f1", "macro_f1", "unweighted_average_recall"}) {
      assertThat(model.get(score).isNumber()).as(score).isTrue();
      assertThat(model.get("intervals").get(score).get("low").asDouble()).isEqualTo(0.625);
      assertThat(model.at("/per_corpus/tess").get(score).asDouble()).isEqualTo(0.8);
    }
    assertThat(model.at("/per_class/angry/recall").asDouble()).isEqualTo(0.75);
    assertThat(model.get("digest").asText()).isEqualTo(Statuses.digest("package").toString());
  }

  @Test
  void ofARunThatWaitsIsWhole() throws IOException {
    JsonNode run = json(Statuses.waiting());
    assertThat(run.get("manifest").isNull()).isTrue();
    assertThat(run.get("mlflow_run").isNull()).isTrue();
    assertThat(run.get("models")).isEmpty();
  }

  @Test
  void networksAreAmongTheModelsOnceTheyAreTested() throws IOException {
    JsonNode run = json(NetworkStatuses.done());
    JsonNode model = run.at("/models/0");
    assertThat(model.get("name").asText()).isEqualTo("xlsr");
    assertThat(model.get("kind").asText()).isEqualTo("wav2vec2");
    assertThat(model.get("accuracy").asDouble()).isEqualTo(0.875);
    assertThat(model.get("validation_unweighted_average_recall").asDouble()).isEqualTo(0.65);
    assertThat(model.get("digest").asText()).isEqualTo(Statuses.digest("package").toString());
    assertThat(json(NetworkStatuses.training()).get("models")).isEmpty();
  }

  @Test
  void networksTellOfEveryEpoch() throws IOException {
    JsonNode network = json(NetworkStatuses.done()).at("/networks/0");
    assertThat(network.get("split").asText()).isEqualTo("random");
    assertThat(network.get("state").asText()).isEqualTo("done");
    assertThat(network.get("parameters").asLong()).isEqualTo(315_702_664);
    assertThat(network.at("/checkpoint/uri").asText()).startsWith("s3://");
    assertThat(network.at("/clips/train").asInt()).isEqualTo(40);
    JsonNode stage = network.at("/stages/0");
    assertThat(stage.get("name").asText()).isEqualTo("batch-32");
    assertThat(stage.get("selected_epoch").asInt()).isEqualTo(2);
    assertThat(stage.get("selection").asText()).startsWith("chosen by hand: as before");
    assertThat(stage.get("stopped_early").asBoolean()).isFalse();
    JsonNode epoch = stage.at("/epochs/0");
    assertThat(epoch.get("epoch").asInt()).isEqualTo(1);
    assertThat(epoch.get("training_loss").asDouble()).isEqualTo(1.5);
    assertThat(epoch.at("/validation/unweighted_average_recall").asDouble()).isEqualTo(0.55);
    assertThat(epoch.get("seconds").asDouble()).isEqualTo(242.4);
    assertThat(epoch.get("clips_per_second").asDouble()).isEqualTo(33.1);
    assertThat(epoch.get("cache").asText()).isEqualTo("hit");
  }

  @Test
  void aNetworkThatTrainsIsWholeToo() throws IOException {
    JsonNode networks = json(NetworkStatuses.training()).get("networks");
    assertThat(networks.at("/0/stages/1/running/clips").asInt()).isEqualTo(30);
    assertThat(networks.at("/0/stages/1/selected_epoch").isNull()).isTrue();
    assertThat(networks.at("/2/checkpoint").isNull()).isTrue();
    assertThat(networks.at("/2/parameters").isNull()).isTrue();
    assertThat(networks.at("/2/state").asText()).isEqualTo("waiting");
  }
}
