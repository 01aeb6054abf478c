package dev.emovox.corpora;

import dev.emovox.domain.Digest;
import java.util.ArrayList;
import java.util.List;

/** Manifests for splits: rows without files. */
final class Manifests {
  static final List<String> EMOTIONS = List.of("angry", "happy", "neutral", "sad");

  private Manifests() {}

  static ManifestRow row(String corpus, String speaker, String emotion, int take) {
    String id = "%s/%s-%s-%d.wav".formatted(corpus, speaker, emotion, take);
    return withSound(id, corpus, speaker, emotion, Digest.of(id));
  }

  static ManifestRow withSound(
      String id, String corpus, String speaker, String emotion, Digest sound) {
    String digest = sound.toString();
    String sex = speaker.startsWith("f") ? "female" : "male";
    return new ManifestRow(
        id,
        corpus,
        id,
        digest,
        digest,
        corpus + ":" + speaker,
        sex,
        "",
        emotion,
        "",
        "",
        "wav",
        16_000,
        1,
        1.0,
        32_044);
  }

  /** Every speaker says every emotion {@code takes} times. */
  static List<ManifestRow> of(String corpus, List<String> speakers, int takes) {
    List<ManifestRow> rows = new ArrayList<>();
    for (String speaker : speakers) {
      for (String emotion : EMOTIONS) {
        for (int take = 0; take < takes; take++) {
          rows.add(row(corpus, speaker, emotion, take));
        }
      }
    }
    return rows;
  }
}
