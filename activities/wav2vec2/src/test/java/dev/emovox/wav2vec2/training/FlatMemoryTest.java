package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import dev.emovox.wav2vec2.testing.ResidentMemory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand training steps on clips of ever other lengths, dropout and all, hold as much memory at
 * the end as they did early on. That needs a bound on oneDNN's cache of compiled kernels, which the
 * build sets as the launcher does, and a Java heap that does not grow for its own reasons.
 */
class FlatMemoryTest {
  private static final int WARM = 300;
  private static final int STEPS = 1000;
  private static final long MEBIBYTES = 16;
  private static final int SHORTEST = 2000;
  private static final int SPREAD = 3000;

  @ParameterizedTest
  @ValueSource(strings = {"base", "xlsr"})
  void aThousandRaggedStepsLeaveNothingBehind(String name) {
    try (Golden golden = Golden.open(name);
        LoadedModel loaded = LoadedModel.of(golden.checkpoint());
        AdamW optimiser = optimiser(loaded)) {
      TrainingStep<LabelledClips> step = step(loaded, optimiser);
      Random random = new Random(1);
      run(WARM, step, loaded, random);
      int handles = handles(loaded);
      long before = ResidentMemory.mebibytes();
      run(STEPS - WARM, step, loaded, random);
      assertThat(handles(loaded)).as("handles of tensors").isEqualTo(handles);
      assertThat(ResidentMemory.mebibytes() - before).as("MiB more").isLessThan(MEBIBYTES);
    }
  }

  private static void run(
      int steps, TrainingStep<LabelledClips> step, LoadedModel loaded, Random random) {
    for (int i = 0; i < steps; i++) {
      List<float[]> clips = List.of(noise(random), noise(random));
      LabelledClips batch =
          new LabelledClips(loaded.batch(clips), List.of(random.nextInt(4), random.nextInt(4)));
      step.run(List.of(new WeightedBatch<>(batch, 1, i)), 1);
    }
  }

  private static float[] noise(Random random) {
    float[] clip = new float[SHORTEST + random.nextInt(SPREAD)];
    for (int i = 0; i < clip.length; i++) {
      clip[i] = (float) random.nextGaussian();
    }
    return clip;
  }

  private static int handles(LoadedModel loaded) {
    int own = loaded.manager().getManagedArrays().size();
    return own + loaded.parameters().get("classifier.bias").getManager().getManagedArrays().size();
  }

  private static AdamW optimiser(LoadedModel loaded) {
    return new AdamW(
        loaded.kernels(),
        AdamWSettings.STANDARD,
        GroupRule.groups(GroupRule.decayed(1e-4, 0.01), loaded.parameters().all()));
  }

  private static TrainingStep<LabelledClips> step(LoadedModel loaded, AdamW optimiser) {
    return new TrainingStep<>(
        loaded.kernels(),
        new ClassificationObjective(
            loaded.model(),
            new CrossEntropyLoss(null, 0),
            loaded.manager(),
            ForwardSettings::training),
        optimiser,
        new GradientClipping(1));
  }
}
