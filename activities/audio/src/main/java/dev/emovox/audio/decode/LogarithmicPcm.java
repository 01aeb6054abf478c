package dev.emovox.audio.decode;

/** The two logarithmic telephone encodings of ITU-T G.711, as tables from code to amplitude. */
final class LogarithmicPcm {
  static final float[] MU_LAW = muLaw();
  static final float[] A_LAW = aLaw();

  private LogarithmicPcm() {}

  private static float[] muLaw() {
    float[] table = new float[256];
    for (int code = 0; code < 256; code++) {
      int inverted = ~code & 0xff;
      int magnitude = ((((inverted & 0x0f) << 3) + 0x84) << ((inverted >> 4) & 7)) - 0x84;
      table[code] = signed(magnitude, (inverted & 0x80) != 0);
    }
    return table;
  }

  private static float[] aLaw() {
    float[] table = new float[256];
    for (int code = 0; code < 256; code++) {
      int toggled = code ^ 0x55;
      int segment = (toggled >> 4) & 7;
      int mantissa = ((toggled & 0x0f) << 4) + 8;
      int magnitude = segment == 0 ? mantissa : (mantissa + 0x100) << (segment - 1);
      table[code] = signed(magnitude, (toggled & 0x80) == 0);
    }
    return table;
  }

  private static float signed(int magnitude, boolean negative) {
    return (negative ? -magnitude : magnitude) / 32_768f;
  }
}
