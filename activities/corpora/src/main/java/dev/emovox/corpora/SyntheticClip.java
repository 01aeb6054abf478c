package dev.emovox.corpora;

import java.util.ArrayList;
import java.util.List;

/**
 * A clip of the synthetic corpora.
 *
 * @param path below the folder that they are written to
 * @param speaker who speaks, unique over the corpora
 * @param female the speaker's sex
 * @param sentence what is said
 * @param emotion common name
 * @param sampleRate hertz
 */
record SyntheticClip(
    String path, String speaker, boolean female, String sentence, String emotion, int sampleRate) {
  private static final List<String> RAVDESS_EMOTIONS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised");

  /**
   * A code in file names.
   *
   * @param code as written
   * @param emotion common name
   */
  private record Code(String code, String emotion) {}

  private static final List<Code> CREMA_CODES =
      List.of(
          new Code("ANG", "angry"),
          new Code("DIS", "disgust"),
          new Code("FEA", "fearful"),
          new Code("HAP", "happy"),
          new Code("NEU", "neutral"),
          new Code("SAD", "sad"));

  private static final List<Code> TESS_CODES =
      List.of(
          new Code("angry", "angry"),
          new Code("disgust", "disgust"),
          new Code("fear", "fearful"),
          new Code("happy", "happy"),
          new Code("neutral", "neutral"),
          new Code("ps", "surprised"),
          new Code("sad", "sad"));

  private static final List<Code> SAVEE_CODES =
      List.of(
          new Code("a", "angry"),
          new Code("d", "disgust"),
          new Code("f", "fearful"),
          new Code("h", "happy"),
          new Code("n", "neutral"),
          new Code("sa", "sad"),
          new Code("su", "surprised"));

  /** Every clip, in a fixed order. */
  static List<SyntheticClip> all() {
    List<SyntheticClip> clips = new ArrayList<>();
    addRavdess(clips);
    addCrema(clips);
    addTess(clips);
    addSavee(clips);
    return clips;
  }

  private static void addRavdess(List<SyntheticClip> clips) {
    for (int actor = 1; actor <= 6; actor++) {
      for (int emotion = 1; emotion <= RAVDESS_EMOTIONS.size(); emotion++) {
        for (int take = 0; take < 4; take++) {
          String name =
              "03-01-%02d-01-%02d-%02d-%02d.wav"
                  .formatted(emotion, take / 2 + 1, take % 2 + 1, actor);
          clips.add(
              new SyntheticClip(
                  "RAVDESS/Actor_%02d/%s".formatted(actor, name),
                  "ravdess " + actor,
                  actor % 2 == 0,
                  "statement " + take / 2,
                  RAVDESS_EMOTIONS.get(emotion - 1),
                  16_000));
        }
      }
    }
  }

  private static void addCrema(List<SyntheticClip> clips) {
    for (int actor = 1001; actor <= 1006; actor++) {
      for (Code code : CREMA_CODES) {
        for (String sentence : List.of("DFA", "IEO", "IOM", "ITH")) {
          String path = "CREMA-D/%d_%s_%s_XX.wav".formatted(actor, sentence, code.code());
          clips.add(
              new SyntheticClip(
                  path, "crema-d " + actor, actor % 2 == 0, sentence, code.emotion(), 16_000));
        }
      }
    }
  }

  private static void addTess(List<SyntheticClip> clips) {
    for (String speaker : List.of("OAF", "YAF")) {
      for (Code code : TESS_CODES) {
        for (String word :
            List.of("back", "bean", "chalk", "dog", "goose", "home", "king", "young")) {
          String path = "TESS/%s_%s_%s.wav".formatted(speaker, word, code.code());
          clips.add(new SyntheticClip(path, "tess " + speaker, true, word, code.emotion(), 24_414));
        }
      }
    }
  }

  private static void addSavee(List<SyntheticClip> clips) {
    for (String speaker : List.of("DC", "JE", "JK", "KL")) {
      for (Code code : SAVEE_CODES) {
        int takes = code.emotion().equals("neutral") ? 6 : 3;
        for (int take = 1; take <= takes; take++) {
          String path = "SAVEE/%s/%s%02d.wav".formatted(speaker, code.code(), take);
          clips.add(
              new SyntheticClip(
                  path, "savee " + speaker, false, "sentence " + take, code.emotion(), 16_000));
        }
      }
    }
  }
}
