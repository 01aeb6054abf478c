package dev.emovox.serving.challenger;

/**
 * How much a challenger has to do.
 *
 * @param canary share of the callers whom it answers, from 0 to 1
 * @param shadow share of the champion's clips that it hears too, from 0 to 1
 */
public record Shares(double canary, double shadow) {

  public Shares {
    if (!(canary >= 0 && canary <= 1) || !(shadow >= 0 && shadow <= 1)) {
      throw new IllegalArgumentException(
          "EMOVOX_SERVING_CANARY_SHARE and EMOVOX_SERVING_SHADOW_SHARE lie between 0 and 1, and not"
              + " at %s and %s".formatted(canary, shadow));
    }
  }

  /** Whether there is nothing to do, so that no challenger is loaded. */
  public boolean none() {
    return canary == 0 && shadow == 0;
  }
}
