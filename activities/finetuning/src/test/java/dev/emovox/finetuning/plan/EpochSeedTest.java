package dev.emovox.finetuning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpochSeedTest {

  @Test
  void seedsDifferInAllThatTheyFollowFrom() {
    Set<Long> seeds = new HashSet<>();
    int count = 0;
    for (long run = 0; run < 4; run++) {
      for (int stage = 0; stage < 4; stage++) {
        for (int epoch = 1; epoch < 5; epoch++) {
          EpochSeed seed = new EpochSeed(run, stage, epoch);
          seeds.add(seed.order());
          for (int i = 0; i < 20; i++) {
            seeds.add(seed.step(i));
            seeds.add(seed.clip("clip" + i));
          }
          count += 41;
        }
      }
    }
    assertThat(seeds).hasSize(count);
  }

  /** A change of these numbers makes unfinished trainings go on differently. */
  @Test
  void theMixingStaysAsItIs() {
    EpochSeed seed = new EpochSeed(42, 1, 3);
    assertThat(seed.order()).isEqualTo(mixed(42, 1, 3, 1));
    assertThat(seed.step(5)).isEqualTo(mixed(42, 1, 3, 2, 5));
    assertThat(seed.clip("ü")).isEqualTo(mixed(42, 1, 3, 3, (byte) 0xc3, (byte) 0xbc, 2));
    assertThat(new EpochSeed(0, 0, 0).order()).isEqualTo(2678868787464132242L);
  }

  private static long mixed(long run, long... numbers) {
    long seed = run;
    for (long number : numbers) {
      seed = finalised(seed ^ finalised(number + 0x9e3779b97f4a7c15L));
    }
    return seed;
  }

  /** SplitMix64's, written another way. */
  private static long finalised(long value) {
    long z = value;
    z ^= z >>> 30;
    z *= 0xbf58476d1ce4e5b9L;
    z ^= z >>> 27;
    z *= 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return z;
  }
}
