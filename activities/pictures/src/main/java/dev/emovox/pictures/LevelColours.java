package dev.emovox.pictures;

/**
 * Colours for levels from nearly black to nearly white: in the perceptual space Oklab (Ottosson
 * 2020) lightness grows evenly, so that equal differences look equally large, also in grey and to
 * colour-blind eyes, while the hue goes from violet by red to yellow.
 */
final class LevelColours {
  /** Number of colours. */
  static final int COUNT = 256;

  private static final double DARKEST = 0.14;
  private static final double LIGHTEST = 0.97;
  private static final double FIRST_HUE = -75;
  private static final double LAST_HUE = 105;

  /** Colourfulness in the middle of the scale; a little less than the screen's colours allow. */
  private static final double CHROMA = 0.17;

  private LevelColours() {}

  /** All colours from the lowest level to the highest, each {@code 0xRRGGBB}. */
  static int[] all() {
    int[] colours = new int[COUNT];
    for (int i = 0; i < COUNT; i++) {
      colours[i] = of(i / (COUNT - 1.0));
    }
    return colours;
  }

  /** The index of the colour for a level between 0 and 1; levels beyond are at the ends. */
  static byte index(double level) {
    double clipped = level > 0 ? Math.min(level, 1) : 0;
    return (byte) Math.round(clipped * (COUNT - 1));
  }

  private static int of(double level) {
    double lightness = DARKEST + level * (LIGHTEST - DARKEST);
    double hue = StrictMath.toRadians(FIRST_HUE + level * (LAST_HUE - FIRST_HUE));
    double chroma = CHROMA;
    double[] rgb = linear(lightness, chroma, hue);
    // Near black and white the screen has less colour: as much as there is.
    while (!isShown(rgb)) {
      chroma *= 0.98;
      rgb = linear(lightness, chroma, hue);
    }
    return byteOf(rgb[0]) << 16 | byteOf(rgb[1]) << 8 | byteOf(rgb[2]);
  }

  /** Oklab's definition: to the cones' responses, and from these to linear red, green and blue. */
  private static double[] linear(double lightness, double chroma, double hue) {
    double a = chroma * StrictMath.cos(hue);
    double b = chroma * StrictMath.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean isShown(double[] rgb) {
    for (double value : rgb) {
      if (value < 0 || value > 1) {
        return false;
      }
    }
    return true;
  }

  private static double cube(double value) {
    return value * value * value;
  }

  /** Linear light as sRGB codes it (IEC 61966-2-1). */
  private static int byteOf(double light) {
    double coded =
        light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(coded * 255);
  }
}
