package dev.emovox.drift;

import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Observations of a made-up service, by a seed. */
final class References {
  static final LabelSet LABELS = new LabelSet(List.of("angry", "happy", "neutral", "sad"));

  private final Random random;

  References(long seed) {
    random = new Random(seed);
  }

  Observation clip(double level) {
    double confidence = 0.4 + 0.6 * random.nextDouble();
    Sound sound =
        new Sound(
            level + 4 * random.nextGaussian(),
            1 + 3 * random.nextDouble(),
            400 + 300 * random.nextDouble(),
            Math.max(0, random.nextDouble() - 0.2));
    return new Observation(
        sound, new Verdict(random.nextInt(4), confidence, 1.3 * (1 - confidence)));
  }

  List<Observation> clips(int number, double level) {
    return IntStream.range(0, number).mapToObj(i -> clip(level)).toList();
  }

  static DriftReference reference(List<Observation> clips) {
    return DriftReference.of(
        LABELS,
        new DriftReference.Heard(SplitPart.TRAIN, clips.stream().map(Observation::sound).toList()),
        new DriftReference.Said(SplitPart.TEST, clips.stream().map(Observation::verdict).toList()));
  }
}
