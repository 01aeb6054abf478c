package dev.emovox.wav2vec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import dev.emovox.domain.TrainingStage.Precision;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.testing.Speech;
import dev.emovox.wav2vec2.testing.TinyNetwork;
import dev.emovox.wav2vec2.training.StepReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTrainingTest {
  private static final OptimiserSettings OPTIMISER =
      new OptimiserSettings(0.01, 0.01, 1, Schedule.CONSTANT, 0, 1, 1);
  private static final FreezingSettings NOTHING_FROZEN = new FreezingSettings(false, 0);
  private static final List<SpeechBatch> BATCHES =
      List.of(
          new SpeechBatch(List.of(Speech.clip(3200, 1), Speech.clip(2500, 2)), List.of(0, 1)),
          new SpeechBatch(List.of(Speech.clip(4000, 3)), List.of(2)));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        TinyNetwork.ARCHITECTURE,
        "{\"model_type\": \"wav2vec2\", \"conv_dim\": [8, 8], \"conv_kernel\": [10, 8],"
            + " \"conv_stride\": [10, 8], \"hidden_size\": 16, \"num_attention_heads\": 2,"
            + " \"num_hidden_layers\": 2, \"intermediate_size\": 24, \"classifier_proj_size\": 8,"
            + " \"num_conv_pos_embeddings\": 4, \"num_conv_pos_embedding_groups\": 2}"
      })
  void layersThatAreComputedAgainGiveTheSame(String architecture) {
    for (FreezingSettings freezing :
        List.of(NOTHING_FROZEN, new FreezingSettings(true, 0), new FreezingSettings(true, 1))) {
      SortedMap<String, List<Float>> plain = trained(architecture, setup(freezing, false));
      SortedMap<String, List<Float>> again = trained(architecture, setup(freezing, true));
      assertThat(again).isEqualTo(plain);
    }
  }

  @Test
  void aMixtureOfLayersIsDifferentiatedLayerByLayerToo() {
    String mixing = TinyNetwork.ARCHITECTURE.replace("{", "{\"use_weighted_layer_sum\": true, ");
    SortedMap<String, List<Float>> plain = trained(mixing, setup(NOTHING_FROZEN, false));
    SortedMap<String, List<Float>> again = trained(mixing, setup(NOTHING_FROZEN, true));
    again.forEach(
        (name, values) -> {
          for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).as(name).isCloseTo(plain.get(name).get(i), within(1e-4f));
          }
        });
  }

  @Test
  void frozenPartsStayAsTheyAre() {
    assertThat(changed(NOTHING_FROZEN)).anyMatch(name -> name.contains("feature_extractor"));
    assertThat(changed(new FreezingSettings(true, 0)))
        .noneMatch(name -> name.contains("feature_extractor"))
        .anyMatch(name -> name.contains("feature_projection"))
        .anyMatch(name -> name.contains("layers.0."));
    assertThat(changed(new FreezingSettings(false, 2)))
        .noneMatch(name -> name.contains("feature_") || name.contains("pos_conv"))
        .noneMatch(name -> name.contains("layers.0.") || name.contains("layers.1."))
        .anyMatch(name -> name.contains("layers.2."))
        .contains("wav2vec2.encoder.layer_norm.weight", "classifier.bias");
    assertThatThrownBy(() -> changed(new FreezingSettings(false, 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lowest_layers is 4");
  }

  private SortedSet<String> changed(FreezingSettings freezing) {
    try (SpeechTraining training = start(TinyNetwork.ARCHITECTURE, setup(freezing, false))) {
      SortedMap<String, List<Float>> before = values(training.weights());
      for (int i = 0; i < 3; i++) {
        training.step(BATCHES, i, 1);
      }
      SortedMap<String, List<Float>> after = values(training.weights());
      SortedSet<String> changed = new TreeSet<>(before.keySet());
      changed.removeIf(name -> before.get(name).equals(after.get(name)));
      return changed;
    }
  }

  @Test
  void ratesFollowHeadAndDepth() {
    OptimiserSettings rates = new OptimiserSettings(1e-4, 0.5, 0, Schedule.CONSTANT, 0, 0, 0.5);
    TrainingSetup setup =
        new TrainingSetup(rates, NOTHING_FROZEN, 0, List.of(), Precision.FLOAT32, false);
    String calm = TinyNetwork.ARCHITECTURE.replace("\"layerdrop\": 0.2", "\"layerdrop\": 0");
    try (SpeechTraining training = start(calm, setup)) {
      SortedMap<String, List<Float>> before = values(training.weights());
      training.step(BATCHES, 1, 1);
      SortedMap<String, List<Float>> after = values(training.weights());
      assertThat(after.get("classifier.bias")).isEqualTo(before.get("classifier.bias"));
      String bias = "wav2vec2.encoder.layers.%d.feed_forward.output_dense.bias";
      // AdamW's first step moves each number by its rate.
      for (int layer = 0; layer < 3; layer++) {
        assertThat(largestChange(before, after, bias.formatted(layer)))
            .isCloseTo((float) (1e-4 * Math.pow(0.5, 2 - layer)), within(1e-6f));
      }
      assertThat(largestChange(before, after, "wav2vec2.feature_projection.projection.bias"))
          .isCloseTo(1e-4f / 8, within(1e-6f));
    }
  }

  private static float largestChange(
      SortedMap<String, List<Float>> before, SortedMap<String, List<Float>> after, String name) {
    float most = 0;
    for (int i = 0; i < before.get(name).size(); i++) {
      most = Math.max(most, Math.abs(after.get(name).get(i) - before.get(name).get(i)));
    }
    return most;
  }

  @Test
  void goesOnFromSavedState() {
    TrainingSetup setup = setup(NOTHING_FROZEN, false);
    try (SpeechTraining training = start(TinyNetwork.ARCHITECTURE, setup)) {
      training.step(BATCHES, 1, 1);
      try (SpeechTraining other = start(TinyNetwork.ARCHITECTURE, setup)) {
        other.restoreWeights(training.weights());
        other.restoreOptimiser(training.optimiserState());
        StepReport here = training.step(BATCHES, 2, 0.5);
        StepReport there = other.step(BATCHES, 2, 0.5);
        assertThat(there).isEqualTo(here);
        assertThat(values(other.weights())).isEqualTo(values(training.weights()));
        assertThat(other.logits(BATCHES.get(0).waveforms()))
            .isEqualTo(training.logits(BATCHES.get(0).waveforms()));
      }
    }
  }

  @Test
  void stateOfAnotherNetworkIsRefused() {
    String wider =
        TinyNetwork.ARCHITECTURE.replace("\"intermediate_size\": 24", "\"intermediate_size\": 32");
    try (SpeechTraining one = start(TinyNetwork.ARCHITECTURE, setup(NOTHING_FROZEN, false));
        SpeechTraining other = start(wider, setup(new FreezingSettings(true, 0), false))) {
      SortedMap<String, List<Float>> before = values(one.weights());
      assertThatThrownBy(() -> one.restoreWeights(other.weights()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("feed_forward");
      assertThatThrownBy(() -> one.restoreOptimiser(other.optimiserState()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("other parameters")
          .hasMessageContaining("feature_extractor");
      assertThat(values(one.weights())).isEqualTo(before);
    }
  }

  @Test
  void divergenceAndOtherPrecisionsAreRefusedByName() {
    TrainingSetup setup = setup(NOTHING_FROZEN, false);
    TrainingSetup half =
        new TrainingSetup(OPTIMISER, NOTHING_FROZEN, 0, List.of(), Precision.BFLOAT16, false);
    assertThatThrownBy(() -> start(TinyNetwork.ARCHITECTURE, half))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bfloat16");
    try (SpeechTraining training = start(TinyNetwork.ARCHITECTURE, setup)) {
      training.step(BATCHES, 1, 1e30);
      assertThatThrownBy(() -> training.step(BATCHES, 2, 1))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("learning rate");
    }
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    for (OptimiserSettings wrong :
        List.of(
            new OptimiserSettings(-1e-4, 0, 1, Schedule.CONSTANT, 0, 1, 1),
            new OptimiserSettings(Double.NaN, 0, 1, Schedule.CONSTANT, 0, 1, 1),
            new OptimiserSettings(1e-4, 0, 1, Schedule.CONSTANT, 0, 1, 1.5))) {
      assertThatThrownBy(
              () ->
                  new TrainingSetup(wrong, NOTHING_FROZEN, 0, List.of(), Precision.FLOAT32, false))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("optimiser.");
    }
    assertThatThrownBy(() -> setup(new FreezingSettings(false, -1), false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lowest_layers");
  }

  @Test
  void classWeightsShareAStepAmongItsBatches() {
    TrainingSetup weighted =
        new TrainingSetup(
            OPTIMISER, NOTHING_FROZEN, 0.1, List.of(1.0, 2.0, 3.0), Precision.FLOAT32, false);
    try (SpeechTraining one = start(calm(), weighted);
        SpeechTraining other = start(calm(), weighted)) {
      StepReport parts = one.step(BATCHES, 1, 1);
      StepReport whole =
          other.step(
              List.of(
                  new SpeechBatch(
                      List.of(Speech.clip(3200, 1), Speech.clip(2500, 2), Speech.clip(4000, 3)),
                      List.of(0, 1, 2))),
              1,
              1);
      assertThat(parts.loss()).isCloseTo(whole.loss(), within(1e-4));
      assertThat(parts.gradientNorm()).isCloseTo(whole.gradientNorm(), within(1e-4));
    }
  }

  private static String calm() {
    return TinyNetwork.ARCHITECTURE
        .replace("\"layerdrop\": 0.2", "\"layerdrop\": 0, \"apply_spec_augment\": false")
        .replace("\"feat_proj_dropout\": 0.1", "\"feat_proj_dropout\": 0, \"hidden_dropout\": 0")
        .replace("{", "{\"attention_dropout\": 0, \"activation_dropout\": 0, ");
  }

  private SortedMap<String, List<Float>> trained(String architecture, TrainingSetup setup) {
    try (SpeechTraining training = start(architecture, setup)) {
      for (int i = 0; i < 3; i++) {
        training.step(BATCHES, i, 1);
      }
      SortedMap<String, List<Float>> all = values(training.weights());
      all.putAll(values(training.optimiserState()));
      return all;
    }
  }

  private static TrainingSetup setup(FreezingSettings freezing, boolean checkpointing) {
    return new TrainingSetup(OPTIMISER, freezing, 0.1, List.of(), Precision.FLOAT32, checkpointing);
  }

  private SpeechTraining start(String architecture, TrainingSetup setup) {
    Path target = folder.resolve("network-" + System.nanoTime());
    try (Checkpoint checkpoint = TinyNetwork.checkpoint(architecture, target)) {
      return SpeechTraining.start(
          checkpoint, new SpeechTraining.Head(TinyNetwork.LABELS, 5), setup, ComputeDevice.CPU);
    }
  }

  private static SortedMap<String, List<Float>> values(TensorSource source) {
    SortedMap<String, List<Float>> all = new TreeMap<>();
    for (String name : source.names()) {
      float[] values = new float[(int) source.tensor(name).elements()];
      source.tensor(name).content().asFloatBuffer().get(values);
      List<Float> list = new ArrayList<>();
      for (float value : values) {
        list.add(value);
      }
      all.put(name, Collections.unmodifiableList(list));
    }
    return all;
  }
}
