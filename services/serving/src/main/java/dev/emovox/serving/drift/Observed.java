package dev.emovox.serving.drift;

import dev.emovox.drift.Observation;
import dev.emovox.drift.Sound;
import dev.emovox.drift.Verdict;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;

/**
 * What is kept of an answer until it is looked at.
 *
 * @param model who answered
 * @param observation the clip and the answer
 */
record Observed(ModelIdentity model, Observation observation) {

  static Observed of(Sound sound, Classification answer) {
    double[] probabilities =
        answer.scores().stream().mapToDouble(ClassScore::probability).toArray();
    return new Observed(answer.model(), new Observation(sound, Verdict.of(probabilities)));
  }
}
