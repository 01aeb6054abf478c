package dev.emovox.finetuning.plan;

import java.nio.charset.StandardCharsets;

/**
 * Where the random numbers of an epoch come from. Every seed follows from the run's seed, the
 * stage, the epoch, a purpose, and a step or clip, and from nothing that happened before, so that
 * an epoch can go on at any step in any process.
 *
 * <p>The mixing: starting with the run's seed, each further number n turns the seed s into mix(s ⊕
 * mix(n + γ)), where mix is the finaliser of SplitMix64 and γ its odd constant (Steele, Lea and
 * Flood, 2014). A text is mixed in as its bytes in UTF-8, one after the other, then their count.
 *
 * @param run the run's seed
 * @param stage from 0
 * @param epoch from 1
 */
public record EpochSeed(long run, int stage, int epoch) {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  /** For what random numbers are drawn; each purpose has seeds unrelated to the others'. */
  private enum Purpose {
    ORDER(1),
    STEP(2),
    CLIP(3);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** Of the order of clips and batches. */
  public long order() {
    return of(Purpose.ORDER);
  }

  /** Of dropout, dropped layers and masks in one step of the epoch, from 0. */
  public long step(int step) {
    return with(of(Purpose.STEP), step);
  }

  /** Of what is done to one clip's waveform. */
  public long clip(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    long seed = of(Purpose.CLIP);
    for (byte one : bytes) {
      seed = with(seed, one);
    }
    return with(seed, bytes.length);
  }

  private long of(Purpose purpose) {
    return with(with(with(run, stage), epoch), purpose.number);
  }

  private static long with(long seed, long number) {
    return mix(seed ^ mix(number + GAMMA));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
