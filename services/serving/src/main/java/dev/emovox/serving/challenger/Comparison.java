package dev.emovox.serving.challenger;

import dev.emovox.serving.model.ModelIdentity;

/**
 * What the comparison of two models has shown so far.
 *
 * @param champion one model
 * @param challenger the other
 * @param clips that both have answered
 * @param agreed clips of which both found the same class most probable
 * @param probability sum over the clips of {@link Difference#probability}
 * @param championSeconds sum over the clips
 * @param challengerSeconds sum over the clips
 */
public record Comparison(
    ModelIdentity champion,
    ModelIdentity challenger,
    long clips,
    long agreed,
    double probability,
    double championSeconds,
    double challengerSeconds) {

  /** No clip yet. */
  static Comparison begin(ModelIdentity champion, ModelIdentity challenger) {
    return new Comparison(champion, challenger, 0, 0, 0, 0, 0);
  }

  /** With one clip more. */
  Comparison with(Difference difference) {
    return new Comparison(
        champion,
        challenger,
        clips + 1,
        agreed + (difference.agree() ? 1 : 0),
        probability + difference.probability(),
        championSeconds + difference.championSeconds(),
        challengerSeconds + difference.challengerSeconds());
  }

  boolean isOf(ModelIdentity one, ModelIdentity other) {
    return champion.equals(one) && challenger.equals(other);
  }

  /** Share of the clips of which both found the same class most probable. */
  public double agreement() {
    return agreed / (double) clips;
  }

  /** Mean over clips and classes of the absolute difference of probabilities. */
  public double meanAbsoluteDifference() {
    return probability / clips;
  }

  /** Mean time that the champion took for a clip. */
  public double meanChampionSeconds() {
    return championSeconds / clips;
  }

  /** Mean time that the challenger took for a clip. */
  public double meanChallengerSeconds() {
    return challengerSeconds / clips;
  }
}
