package dev.emovox.audio.features;

/** The mel scale of M. Slaney's Auditory Toolbox (1998): linear below 1 kHz, logarithmic above. */
public final class MelScale {
  private static final double HERTZ_PER_MEL = 200.0 / 3;
  private static final double KNEE_HERTZ = 1000;
  private static final double KNEE_MEL = KNEE_HERTZ / HERTZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  private MelScale() {}

  /** Hertz as mel. */
  public static double fromHertz(double hertz) {
    return hertz < KNEE_HERTZ
        ? hertz / HERTZ_PER_MEL
        : KNEE_MEL + Math.log(hertz / KNEE_HERTZ) / LOG_STEP;
  }

  /** Mel as hertz. */
  public static double toHertz(double mel) {
    return mel < KNEE_MEL
        ? mel * HERTZ_PER_MEL
        : KNEE_HERTZ * Math.exp(LOG_STEP * (mel - KNEE_MEL));
  }
}
