package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.tables.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandsTest {
  @TempDir Path folder;

  private FakeWorkplace workplace;
  private Captured captured;

  private int emovox(String... words) {
    workplace = workplace == null ? new FakeWorkplace(folder) : workplace;
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(captured.out());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private Path tone(String name, double hertz) throws IOException {
    float[] samples = new float[12_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    WavWriter.write(new AudioClip(samples, 16_000), file);
    return file;
  }

  @Test
  void clipsHaveAPictureEachAndTheFailedAReason() throws IOException {
    Path first = tone("a/tone.wav", 440);
    Path second = tone("b/tone.wav", 880);
    Path text = Files.writeString(folder.resolve("text.wav"), "not audio");
    Path none = folder.resolve("none.wav");

    int status =
        emovox(
            "plot",
            "clip",
            "--json",
            "--out",
            out(),
            first.toString(),
            text.toString(),
            none.toString(),
            second.toString());

    assertThat(status).isEqualTo(1);
    assertThat(json().findValuesAsText("kind")).containsExactly("not_audio", "not_found");
    assertThat(json().findValuesAsText("picture"))
        .containsExactly(out() + "/tone.wav.svg", out() + "/tone.wav-2.svg");
    assertThat(json().at("/0/sample_rate").asInt()).isEqualTo(16_000);
    assertThat(folder.resolve("out").toFile().list()).hasSize(2);
    assertThat(Files.readString(folder.resolve("out/tone.wav.svg")))
        .startsWith("<svg")
        .isNotEqualTo(Files.readString(folder.resolve("out/tone.wav-2.svg")));
  }

  @Test
  void theSameClipIsTheSamePicture() throws IOException {
    Path file = tone("tone.wav", 440);
    assertThat(emovox("plot", "clip", file.toString(), "--out", out())).isZero();
    String picture = Files.readString(folder.resolve("out/tone.wav.svg"));

    assertThat(emovox("plot", "clip", file.toString(), "--out", out())).isZero();
    assertThat(Files.readString(folder.resolve("out/tone.wav.svg"))).isEqualTo(picture);
    assertThat(emovox("plot", "clip", file.toString(), "--out", out(), "--scale", "linear"))
        .isZero();
    assertThat(Files.readString(folder.resolve("out/tone.wav.svg"))).isNotEqualTo(picture);
  }

  @Test
  void aFolderThatCannotBeMadeIsAWrongRequest() throws IOException {
    Path file = tone("tone.wav", 440);

    assertThat(emovox("plot", "clip", file.toString(), "--out", file.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("can't be written", "--out");
  }

  @Test
  void featuresOfAFolderAreDrawn() throws IOException {
    for (int i = 0; i < 12; i++) {
      tone(
          "RAVDESS/Actor_01/03-01-0%d-01-01-0%d-01.wav".formatted(1 + i % 8, 1 + i / 8),
          200 + 9 * i);
    }
    String data = folder.resolve("RAVDESS").toString();

    assertThat(emovox("plot", "features", "--data", data, "--out", out(), "--json")).isZero();

    assertThat(json().at("/clips").asInt()).isEqualTo(12);
    assertThat(json().at("/features").asInt()).isEqualTo(59);
    assertThat(json().at("/tsne/perplexity").asDouble()).isEqualTo(3);
    assertThat(json().at("/files")).hasSize(8);
    for (JsonNode file : json().at("/files")) {
      assertThat(Path.of(file.asText())).isNotEmptyFile();
    }
    JsonNode kept = new ObjectMapper().readTree(folder.resolve("out/embedding.json").toFile());
    assertThat(kept.at("/pca")).isEqualTo(json().at("/pca"));
    assertThat(kept.has("files")).isFalse();
  }

  /** As runs store it. */
  private record Row(
      String id, String corpus, String speaker, String emotion, List<Double> values) {}

  private RunStatus run(String... sets) {
    workplace = new FakeWorkplace(folder);
    List<StageStatus> stages = new ArrayList<>();
    for (String stage : sets) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        double value = Math.sin(i + sets.length);
        rows.add(
            new Row("c/" + i, "c", "c:1", i % 2 == 0 ? "sad" : "angry", List.of(value, i * 1.0)));
      }
      ArtifactRef table =
          workplace.artifacts().put(stage, new ParquetTable().write(Row.class, rows));
      stages.add(
          new StageStatus(
              stage,
              RunState.DONE,
              CacheUse.MISS,
              20,
              20,
              "clips",
              0,
              1,
              List.of(new NamedArtifact("features", table))));
    }
    RunStatus done = Statuses.done();
    return new RunStatus(
        done.id(),
        done.experiment(),
        done.state(),
        null,
        0,
        1,
        done.ingestion(),
        stages,
        List.of(),
        List.of(),
        null,
        null);
  }

  @Test
  void featuresOfARunAreDrawn() {
    RunStatus run = run("features");
    workplace.fakeRuns().next(run);

    assertThat(emovox("plot", "features", run.id(), "--out", out(), "--method", "pca")).isZero();

    assertThat(captured.out())
        .contains("20 clips, 2 features", "pca-emotion.svg", "100.0 %")
        .doesNotContain("tsne");
    assertThat(folder.resolve("out/pca-speaker.svg")).isNotEmptyFile();
  }

  @Test
  void aRunOfSeveralSetsWantsOneNamed() {
    RunStatus run = run("features paper", "features other");
    workplace.fakeRuns().next(run).next(run).next(run);

    assertThat(emovox("plot", "features", run.id(), "--out", out())).isEqualTo(2);
    assertThat(captured.err()).contains("feature sets paper, other", "--set");
    assertThat(emovox("plot", "features", run.id(), "--out", out(), "--set", "third")).isEqualTo(2);
    assertThat(captured.err()).contains("not third");
    assertThat(emovox("plot", "features", run.id(), "--out", out(), "--set", "other")).isZero();
  }

  @Test
  void aRunWithoutFeaturesIsToldOf() {
    RunStatus run = run();
    workplace.fakeRuns().next(run);

    assertThat(emovox("plot", "features", run.id(), "--out", out())).isEqualTo(2);
    assertThat(captured.err()).contains("no finished table of features", "emovox show");
  }

  @Test
  void aRunOrFoldersAreNamedNotBoth() {
    assertThat(emovox("plot", "features", "--out", out())).isEqualTo(2);
    assertThat(captured.err()).contains("either a RUN or folders");
    assertThat(emovox("plot", "features", "run-1", "--data", out(), "--out", out())).isEqualTo(2);
  }

  @Test
  void wrongNumbersAreToldBeforeAnyWork() {
    assertThat(emovox("plot", "features", "--data", "x", "--out", out(), "--iterations", "3"))
        .isEqualTo(2);
    assertThat(captured.err()).contains("between 250 and 100000 iterations, not 3");
    assertThat(emovox("plot", "features", "--data", "x", "--out", out(), "--perplexity", "-1"))
        .isEqualTo(2);
    assertThat(captured.err()).contains("perplexity");
  }
}
