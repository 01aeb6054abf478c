package dev.emovox.finetuning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.LossSettings.ClassWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassWeightingTest {
  private static final List<TrainingClip> CLIPS =
      List.of(clip("a", 0), clip("b", 0), clip("c", 0), clip("d", 2));

  @Test
  void balancedWeightsMakeClassesCountAlike() {
    List<Double> weights = ClassWeighting.of(ClassWeights.BALANCED, CLIPS, 3);
    assertThat(weights).containsExactly(4 / 6.0, 0.0, 2.0);
    assertThat(3 * weights.get(0)).isEqualTo(weights.get(2));
  }

  @Test
  void equalWeightsAreNone() {
    assertThat(ClassWeighting.of(ClassWeights.EQUAL, CLIPS, 3)).isEmpty();
  }

  private static TrainingClip clip(String id, int classIndex) {
    return new TrainingClip(id, classIndex, 1);
  }
}
