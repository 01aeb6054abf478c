package dev.emovox.adapters.stages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.adapters.network.TinyNetwork;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRequirementsTest {
  private static final Wav2Vec2Config CONFIG =
      Wav2Vec2Config.parse(TinyNetwork.ARCHITECTURE.getBytes(StandardCharsets.UTF_8), "tiny");
  private static final PreprocessorConfig PREPROCESSOR =
      new PreprocessorConfig(true, 16_000, false, 0, 1);
  private static final long SHORTEST = CONFIG.shortestInput();

  private static TrainingRequirements requirements(FineTuningSettings settings) {
    FineTuningRequest request =
        TinyNetwork.request(
            TinyNetwork.plan(settings), null, null, new LabelSet(List.of("angry", "calm")));
    return new TrainingRequirements(request);
  }

  private static FineTuningSettings with(double longestSeconds, int frozenLayers) {
    FineTuningSettings settings = TinyNetwork.settings();
    TrainingStage stage = settings.stages().get(0);
    TrainingStage freezing =
        new TrainingStage(
            stage.name(),
            stage.epochs(),
            stage.resume(),
            stage.batches(),
            stage.optimiser(),
            stage.loss(),
            new FreezingSettings(false, frozenLayers),
            stage.precision(),
            stage.gradientCheckpointing(),
            stage.augmentation(),
            stage.selection(),
            stage.earlyStopping());
    return new FineTuningSettings(
        settings.name(),
        settings.start(),
        settings.validationShare(),
        longestSeconds,
        List.of(freezing));
  }

  private static ClipRow row(String id, String emotion, SplitPart part, long samples) {
    return new ClipRow(id, "sha256:", "acted", "acted:1", emotion, part, samples / 16e3, samples);
  }

  private static List<ClipRow> rows() {
    return new ArrayList<>(
        List.of(
            row("a", "angry", SplitPart.TRAIN, 16_000),
            row("b", "calm", SplitPart.TRAIN, SHORTEST),
            row("c", "calm", SplitPart.VALIDATION, 16_000),
            row("d", "calm", SplitPart.TEST, 16_000)));
  }

  private static void refused(List<ClipRow> rows, String... words) {
    assertThatThrownBy(() -> requirements(TinyNetwork.settings()).checkClips(rows, SHORTEST))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void whatCanBeTrainedPasses() {
    assertThatCode(
            () -> {
              requirements(with(3, 2)).checkNetwork(CONFIG, PREPROCESSOR);
              requirements(TinyNetwork.settings()).checkClips(rows(), SHORTEST);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void moreFrozenLayersThanThereAreAreRefused() {
    assertThatThrownBy(() -> requirements(with(3, 3)).checkNetwork(CONFIG, PREPROCESSOR))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'tiny'", "'stage-1'", "freezing.lowest_layers", "2 or less");
  }

  @Test
  void aCutBelowWhatTheNetworkHearsIsRefused() {
    assertThatThrownBy(() -> requirements(with(0.02, 0)).checkNetwork(CONFIG, PREPROCESSOR))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("longest_seconds is 0.02", "0.0250 s");
  }

  @Test
  void clipsThatAreTooShortAreNamed() {
    List<ClipRow> rows = rows();
    for (int i = 0; i < 7; i++) {
      rows.add(row("short-" + i, "calm", SplitPart.TEST, SHORTEST - 1));
    }

    refused(rows, "short-0 (0.025 s)", "short-4", "and 2 more", "400 samples");
  }

  @Test
  void anEmptyPartIsRefused() {
    List<ClipRow> rows = rows();
    rows.removeIf(row -> row.part() == SplitPart.VALIDATION);
    refused(rows, "'random'", "no clip for validation", "validation_share");
    rows.removeIf(row -> row.part() == SplitPart.TRAIN);
    refused(rows, "no clip for train");
  }

  @Test
  void aClassThatCanNotBeLearntIsRefused() {
    List<ClipRow> rows = rows();
    rows.removeIf(row -> row.id().equals("a"));
    refused(rows, "no clip to learn the class angry from");
    rows.add(row("e", "bored", SplitPart.TRAIN, 16_000));
    refused(rows, "[bored]", "[angry, calm]");
  }
}
