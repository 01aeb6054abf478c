package dev.emovox.pictures;

/** A clip's waveform and, on the same axis of time, its spectrogram as an SVG picture. */
public final class SoundPicture {
  private static final Box WAVEFORM = new Box(84, 92, 900, 140);
  private static final Box SPECTROGRAM = new Box(84, 286, 900, 300);
  private static final Box SCALE = new Box(1008, 286, 16, 300);
  private static final double WIDTH = 1096;
  private static final int TIME_TICKS = 10;
  private static final int LEVEL_TICKS = 4;
  private static final int[] COLOURS = LevelColours.all();
  private static final String STYLE =
      """
      .sound { fill: #0072b2; stroke: #0072b2; stroke-width: 0.6; }
      @media (prefers-color-scheme: dark) { .sound { fill: #56b4e9; stroke: #56b4e9; } }
      """;

  private final SoundImage sound;
  private final SvgPicture picture;
  private final RangeAxis time;

  private SoundPicture(SoundImage sound) {
    this.sound = sound;
    this.picture = new SvgPicture(sound.name(), WIDTH, SPECTROGRAM.bottom() + 66);
    this.time = RangeAxis.between(0, sound.seconds(), TIME_TICKS);
  }

  /** An SVG document; equal sounds give equal text. */
  public static String svg(SoundImage sound) {
    return new SoundPicture(sound).draw();
  }

  private String draw() {
    picture.describe("Waveform and spectrogram of %s: %s.".formatted(sound.name(), sound.facts()));
    picture.style(STYLE);
    picture.text(24, 56, "quiet", sound.facts());
    drawWaveform();
    drawSpectrogram();
    drawScale();
    drawTime(WAVEFORM, false);
    drawTime(SPECTROGRAM, true);
    return picture.document();
  }

  private void drawWaveform() {
    double reach = reach();
    for (double value : new double[] {-reach, 0, reach}) {
      double y = WAVEFORM.middleY() - WAVEFORM.height() / 2 * value / reach;
      picture.line(WAVEFORM.x(), WAVEFORM.right(), y);
      picture.text(WAVEFORM.x() - 8, y + 4, "end small quiet", SvgPicture.number(value));
    }
    picture.upwards(26, WAVEFORM.middleY(), "quiet middle", "Amplitude (1 = full)");
    picture.shape(envelope(reach), "class=\"sound\"");
  }

  /** The largest amplitude, rounded up to a number that is easily read. */
  private double reach() {
    float largest = 0;
    for (int i = 0; i < sound.waveform().lowest().length; i++) {
      largest = Math.max(largest, Math.abs(sound.waveform().lowest()[i]));
      largest = Math.max(largest, Math.abs(sound.waveform().highest()[i]));
    }
    return largest < 0.01 ? 0.01 : ValueAxis.upTo(largest).top();
  }

  /** Along the upper side and back along the lower one. */
  private String envelope(double reach) {
    StringBuilder path = new StringBuilder("M");
    float[] highest = sound.waveform().highest();
    float[] lowest = sound.waveform().lowest();
    for (int i = 0; i < highest.length; i++) {
      appendPoint(i, highest[i] / reach, path);
    }
    for (int i = lowest.length - 1; i >= 0; i--) {
      appendPoint(i, lowest[i] / reach, path);
    }
    return path.append('z').toString();
  }

  private void appendPoint(int piece, double height, StringBuilder path) {
    double x = WAVEFORM.x() + WAVEFORM.width() * (piece + 0.5) / sound.waveform().highest().length;
    double y = WAVEFORM.middleY() - WAVEFORM.height() / 2 * height;
    path.append(SvgPicture.number(x)).append(' ').append(SvgPicture.number(y)).append(' ');
  }

  private void drawSpectrogram() {
    SoundImage.Spectrogram spectrogram = sound.spectrogram();
    float[][] levels = spectrogram.levels();
    byte[][] pixels = new byte[levels.length][levels[0].length];
    for (int row = 0; row < levels.length; row++) {
      float[] from = levels[levels.length - 1 - row];
      for (int column = 0; column < from.length; column++) {
        pixels[row][column] = LevelColours.index(1 + from[column] / spectrogram.range());
      }
    }
    picture.image(SPECTROGRAM, IndexedPng.write(pixels, COLOURS));
    for (SoundImage.Tick tick : spectrogram.frequencies()) {
      double y = SPECTROGRAM.bottom() - SPECTROGRAM.height() * tick.place();
      picture.line(SPECTROGRAM.x() - 5, SPECTROGRAM.x(), y);
      picture.text(SPECTROGRAM.x() - 8, y + 4, "end small quiet", tick.label());
    }
    picture.upwards(26, SPECTROGRAM.middleY(), "quiet middle", spectrogram.axis());
  }

  private void drawScale() {
    byte[][] pixels = new byte[LevelColours.COUNT][1];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i][0] = (byte) (pixels.length - 1 - i);
    }
    picture.image(SCALE, IndexedPng.write(pixels, COLOURS));
    for (int i = 0; i <= LEVEL_TICKS; i++) {
      double share = i / (double) LEVEL_TICKS;
      String level = SvgPicture.number(-share * sound.spectrogram().range());
      picture.text(SCALE.right() + 6, SCALE.y() + share * SCALE.height() + 4, "small quiet", level);
    }
    picture.text(SCALE.x() - 6, SCALE.y() - 16, "small quiet", "dB re loudest");
  }

  private void drawTime(Box plot, boolean titled) {
    for (double tick : time.ticks()) {
      double x = plot.x() + plot.width() * time.place(tick);
      picture.text(x, plot.bottom() + 18, "middle small quiet", SvgPicture.number(tick));
    }
    if (titled) {
      picture.text(plot.middleX(), plot.bottom() + 44, "quiet middle", "Time (s)");
    }
  }
}
