package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.testing.LoadedModel;
import dev.emovox.wav2vec2.testing.Speech;
import dev.emovox.wav2vec2.testing.TinyNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointedPassTest {
  private static final CrossEntropyLoss LOSS = new CrossEntropyLoss(null, 0);

  @TempDir Path folder;

  @Test
  void nothingButGradientsIsLeftOfAPass() {
    try (Checkpoint checkpoint =
            TinyNetwork.checkpoint(TinyNetwork.ARCHITECTURE, folder.resolve("network"));
        LoadedModel loaded = LoadedModel.of(checkpoint)) {
      loaded.parameters().train(name -> true);
      LabelledClips clips =
          new LabelledClips(loaded.batch(List.of(Speech.clip(3200, 1))), List.of(1));
      CheckpointedPass pass = new CheckpointedPass(loaded.model(), LOSS, loaded.manager());
      int before = loaded.manager().getManagedArrays().size();
      for (int seed = 0; seed < 5; seed++) {
        try (Gradients gradients = new Gradients(loaded.kernels())) {
          double value =
              pass.accumulate(
                  new WeightedBatch<>(clips, 1, seed), loaded.parameters().all(), gradients);
          assertThat(value).isEqualTo(plain(loaded, clips, seed));
          assertThat(gradients.tensors()).isNotEmpty();
        }
        assertThat(loaded.manager().getManagedArrays()).hasSize(before);
      }
    }
  }

  private static double plain(LoadedModel loaded, LabelledClips clips, long seed) {
    RecordedPass<LabelledClips> pass =
        new RecordedPass<>(
            new ClassificationObjective(
                loaded.model(), LOSS, loaded.manager(), ForwardSettings::training));
    try (Gradients gradients = new Gradients(loaded.kernels())) {
      return pass.accumulate(
          new WeightedBatch<>(clips, 1, seed), loaded.parameters().all(), gradients);
    }
  }
}
