package dev.emovox.serving.security.rate;

import dev.emovox.domain.InvalidInputException;

/**
 * How often one caller may ask.
 *
 * @param perSecond requests a second in the long run, above 0
 * @param burst requests at once after a pause, at least 1
 */
public record Rate(double perSecond, double burst) {
  public Rate {
    if (!(perSecond > 0) || Double.isInfinite(perSecond) || !(burst >= 1)) {
      throw new InvalidInputException(
          "A rate is above 0 requests a second (EMOVOX_SERVING_RATE) with a burst of at least 1 (EMOVOX_SERVING_BURST); here they are %s and %s."
              .formatted(perSecond, burst));
    }
  }
}
