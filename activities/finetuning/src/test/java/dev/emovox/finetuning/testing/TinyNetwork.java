package dev.emovox.finetuning.testing;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.LossSettings.ClassWeights;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;
import dev.emovox.domain.TrainingStage.Resume;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.TrainingSetup;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network of some thousand parameters, with all kinds of randomness that training knows. */
public final class TinyNetwork {
  private static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [16, 16, 16], "conv_kernel": [16, 8, 4],
       "conv_stride": [8, 6, 4], "hidden_size": 24, "num_attention_heads": 2,
       "num_hidden_layers": 2, "intermediate_size": 48, "num_conv_pos_embeddings": 6,
       "num_conv_pos_embedding_groups": 2, "classifier_proj_size": 16, "mask_time_prob": 0.1,
       "mask_time_length": 2, "mask_feature_prob": 0.05, "mask_feature_length": 2,
       "layerdrop": 0.1, "feat_proj_dropout": 0.05, "initializer_range": 0.1}
      """;

  private TinyNetwork() {}

  /** A new one; always the same. */
  public static SpeechTraining start(TrainingStage stage, Path folder) {
    Path target = folder.resolve("network-" + System.nanoTime());
    RandomCheckpoint.of(ARCHITECTURE, Tones.LABELS, 7).write(target);
    try (Checkpoint checkpoint = CheckpointFolder.open(target)) {
      return SpeechTraining.start(
          checkpoint,
          new SpeechTraining.Head(Tones.LABELS, 5),
          TrainingSetup.of(stage, List.of()),
          ComputeDevice.CPU);
    }
  }

  /** A stage with this highest learning rate. */
  public static TrainingStage stage(int epochs, double learningRate) {
    return new TrainingStage(
        "stage",
        epochs,
        Resume.WEIGHTS,
        new BatchSettings(4, 1.0, 2, true),
        new OptimiserSettings(learningRate, 0.01, 1, Schedule.LINEAR, 0.1, 1, 1),
        new LossSettings(0.05, ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        Precision.FLOAT32,
        false,
        new AugmentationSettings(0.5, 6, 20, 0.02),
        new EpochSelection.Last(),
        Optional.empty());
  }
}
