package dev.emovox.finetuning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final int RATE = 1000;

  private static long samples(AugmentationSettings augmentation) {
    return Growth.of(augmentation, RATE).samples(900);
  }

  @Test
  void singleSettingsCountOnlyIfTheyCanHappen() {
    assertThat(samples(new AugmentationSettings(0.5, 6, 20, 0.1, 0.1))).isEqualTo(1100);
    assertThat(samples(new AugmentationSettings(0, 6, 20, 0.1, 0.1))).isEqualTo(900);
  }

  @Test
  void stepsGrowWhatWasThereBefore() {
    List<AugmentationStep> steps =
        List.of(
            new AugmentationStep.Shift(new Span(0, 0.1), 1),
            new AugmentationStep.TimeStretch(new Span(0.5, 1), 1),
            new AugmentationStep.Speed(new Span(1, 1.2), 1),
            new AugmentationStep.Telephone(1));
    assertThat(samples(new AugmentationSettings(0, 0, 0, 0, 0, steps))).isEqualTo(2000);
  }

  @Test
  void nothingBecomesShorter() {
    assertThatThrownBy(() -> new Growth(0.9, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Growth(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
