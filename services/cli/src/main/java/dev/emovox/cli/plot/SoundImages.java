package dev.emovox.cli.plot;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.spectrogram.Envelope;
import dev.emovox.audio.spectrogram.FrequencyScale;
import dev.emovox.audio.spectrogram.LevelMap;
import dev.emovox.pictures.SoundImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns decoded audio into what its picture shows. */
final class SoundImages {
  private static final int COLUMNS = 900;
  private static final int BANDS = 128;
  private static final int[] MEL_TICKS = {
    0, 250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000
  };

  /** Ticks are left out where they would be nearer than this share of the axis. */
  private static final double LEAST_GAP = 0.05;

  private SoundImages() {}

  static SoundImage of(String name, DecodedAudio audio, FrequencyScale scale) {
    AudioClip clip = audio.clip();
    Envelope envelope = Envelope.of(clip, COLUMNS);
    LevelMap map = LevelMap.of(clip, COLUMNS, BANDS, scale);
    return new SoundImage(
        name,
        facts(audio),
        clip.seconds(),
        new SoundImage.Waveform(envelope.lowest(), envelope.highest()),
        new SoundImage.Spectrogram(
            map.levels(),
            -LevelMap.FLOOR,
            ticks(map.highestHertz(), scale),
            scale == FrequencyScale.MEL ? "Frequency (Hz, mel scale)" : "Frequency (Hz)"));
  }

  private static String facts(DecodedAudio audio) {
    int channels = audio.format().channels();
    return String.format(
        Locale.ROOT,
        "%.2f s · %d Hz · %s",
        audio.clip().seconds(),
        audio.format().sampleRate(),
        channels == 1 ? "one channel" : "mean of " + channels + " channels");
  }

  private static List<SoundImage.Tick> ticks(double highest, FrequencyScale scale) {
    List<SoundImage.Tick> ticks = new ArrayList<>();
    double last = -1;
    for (double hertz : hertz(highest, scale)) {
      double place = scale.place(hertz, highest);
      if (place - last >= LEAST_GAP) {
        ticks.add(new SoundImage.Tick(place, Long.toString(Math.round(hertz))));
        last = place;
      }
    }
    return ticks;
  }

  private static List<Double> hertz(double highest, FrequencyScale scale) {
    List<Double> values = new ArrayList<>();
    if (scale == FrequencyScale.MEL) {
      for (int hertz : MEL_TICKS) {
        if (hertz <= highest) {
          values.add((double) hertz);
        }
      }
      return values;
    }
    double step = 10;
    while (highest / step > 10) {
      step *= Math.round(step / Math.pow(10, Math.floor(Math.log10(step)))) == 2 ? 2.5 : 2;
    }
    for (double hertz = 0; hertz <= highest; hertz += step) {
      values.add(hertz);
    }
    return values;
  }
}
