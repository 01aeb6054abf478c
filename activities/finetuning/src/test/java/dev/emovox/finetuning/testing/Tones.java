package dev.emovox.finetuning.testing;

import dev.emovox.domain.LabelSet;
import dev.emovox.finetuning.plan.TrainingClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clips whose class is their pitch: noisy tones of random length, loudness and phase. */
public final class Tones {
  /** The classes. */
  public static final LabelSet LABELS = new LabelSet(List.of("low", "middle", "high"));

  private static final double[] PITCHES = {150, 500, 1600};
  private static final int SAMPLING_RATE = 16_000;

  private Tones() {}

  /** Clips of all classes; {@code series} tells sets of clips apart. */
  public static List<TrainingClip> clips(String series, int count) {
    List<TrainingClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "%s/%d/%d".formatted(series, i % PITCHES.length, i);
      clips.add(new TrainingClip(id, i % PITCHES.length, waveform(id).length));
    }
    return clips;
  }

  /** The waveform of a clip, which follows from its id. */
  public static float[] waveform(String id) {
    Random random = new Random(id.hashCode());
    double pitch =
        PITCHES[Integer.parseInt(id.split("/", 3)[1])] * (0.8 + 0.4 * random.nextDouble());
    double level = 0.05 + 0.4 * random.nextDouble();
    double phase = 2 * Math.PI * random.nextDouble();
    float[] waveform = new float[2400 + random.nextInt(2400)];
    for (int i = 0; i < waveform.length; i++) {
      double tone = Math.sin(phase + 2 * Math.PI * pitch * i / SAMPLING_RATE);
      waveform[i] = (float) (level * (tone + 0.1 * random.nextGaussian()));
    }
    return waveform;
  }
}
