package dev.emovox.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SoundPictureTest {

  private static SoundImage image(String name, float amplitude) {
    float[][] levels = new float[4][6];
    levels[2][3] = -80;
    return new SoundImage(
        name,
        "1.50 s",
        1.5,
        new SoundImage.Waveform(new float[] {-amplitude, 0}, new float[] {0, amplitude}),
        new SoundImage.Spectrogram(
            levels, 80, List.of(new SoundImage.Tick(0.5, "4000")), "Frequency (Hz)"));
  }

  @Test
  void axesHaveTitlesWithUnits() throws Exception {
    assertThat(SvgText.of(SoundPicture.svg(image("a.wav", 0.4f)), "text"))
        .contains("a.wav", "1.50 s", "Time (s)", "Frequency (Hz)", "Amplitude (1 = full)")
        .contains("dB re loudest", "0", "-20", "-40", "-60", "-80", "4000", "0.5", "-0.5");
  }

  @Test
  void silenceIsDrawnOnAnAxisOfItsOwn() throws Exception {
    assertThat(SvgText.of(SoundPicture.svg(image("a", 0)), "text")).contains("0.01");
  }

  @Test
  void namesAreText() throws Exception {
    String svg = SoundPicture.svg(image("<script>\u0000&.wav", 1));

    assertThat(svg).doesNotContain("<script");
    assertThat(SvgText.of(svg, "text")).contains("<script>\uFFFD&.wav");
  }

  @Test
  void picturesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String svg = SoundPicture.svg(image("a", 0.3f));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(SoundPicture.svg(image("a", 0.3f))).isEqualTo(svg);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void imagesAreReadAsTheyWereWritten() throws Exception {
    // More than one stored block of a compressed stream holds.
    byte[][] rows = new byte[300][500];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        rows[y][x] = (byte) (x * 7 + y * 13);
      }
    }
    int[] colours = LevelColours.all();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(IndexedPng.write(rows, colours)));

    assertThat(read.getWidth()).isEqualTo(500);
    assertThat(read.getHeight()).isEqualTo(300);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length; x++) {
        assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(colours[rows[y][x] & 0xff]);
      }
    }
  }

  @Test
  void lighterIsLouderInEvenSteps() {
    int[] colours = LevelColours.all();
    double previous = -1;
    for (int i = 0; i < colours.length; i++) {
      double lightness = lightness(colours[i]);
      double even = 0.14 + 0.83 * i / 255;
      assertThat(lightness).isBetween(even - 0.008, even + 0.008);
      assertThat(lightness).isGreaterThan(previous - 0.002);
      previous = lightness;
    }
  }

  /** Oklab's lightness of an sRGB colour. */
  private static double lightness(int rgb) {
    double r = light(rgb >> 16 & 0xff);
    double g = light(rgb >> 8 & 0xff);
    double b = light(rgb & 0xff);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  }

  private static double light(int coded) {
    double value = coded / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void levelsBeyondTheScaleAreAtItsEnds() {
    assertThat(LevelColours.index(-3)).isZero();
    assertThat(LevelColours.index(Double.NaN)).isZero();
    assertThat(LevelColours.index(7)).isEqualTo((byte) 255);
  }
}
