package dev.emovox.evaluation;

/** Colours for shares from 0 (nearly white) to 1 (deep blue), evenly darker. */
final class ShareColour {
  private static final int[] NONE = {0xf3, 0xf6, 0xfb};
  private static final int[] HALF = {0x6b, 0xa3, 0xd6};
  private static final int[] ALL = {0x0b, 0x2f, 0x6b};

  private ShareColour() {}

  /** {@code #rrggbb}. */
  static String of(double share) {
    int[] from = share < 0.5 ? NONE : HALF;
    int[] to = share < 0.5 ? HALF : ALL;
    double way = share < 0.5 ? share * 2 : share * 2 - 1;
    int rgb = 0;
    for (int i = 0; i < from.length; i++) {
      rgb = rgb << 8 | (int) Math.round(from[i] + way * (to[i] - from[i]));
    }
    return "#%06x".formatted(rgb);
  }

  /** Style class of text that can be read on the colour. */
  static String textClass(double share) {
    return share > 0.62 ? "on-dark" : "on-light";
  }
}
