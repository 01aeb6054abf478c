package dev.emovox.adapters.stages;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import java.util.ArrayList;
import java.util.List;

/** Rows of a manifest without any sound behind them. */
final class SampleClips {
  private SampleClips() {}

  /** So many clips of each emotion by each speaker, a second long at 8 kHz. */
  static List<ManifestRow> of(int speakers, List<String> emotions, int each) {
    List<ManifestRow> clips = new ArrayList<>();
    for (int speaker = 0; speaker < speakers; speaker++) {
      for (String emotion : emotions) {
        for (int i = 0; i < each; i++) {
          clips.add(clip("s%02d".formatted(speaker), emotion, i, 1.0));
        }
      }
    }
    return clips;
  }

  static ManifestRow clip(String speaker, String emotion, int number, double seconds) {
    String id = "acted/%s-%s-%02d.wav".formatted(speaker, emotion, number);
    return new ManifestRow(
        id,
        "acted",
        id,
        Digest.of(id).toString(),
        Digest.of("sound of " + id).toString(),
        "acted:" + speaker,
        speaker.hashCode() % 2 == 0 ? "female" : "male",
        "",
        emotion,
        "",
        "",
        "wav",
        8_000,
        1,
        seconds,
        16_044);
  }

  /** The same bytes under another id. */
  static ManifestRow copy(ManifestRow clip, String id) {
    return new ManifestRow(
        id,
        clip.corpus(),
        id,
        clip.contentDigest(),
        clip.audioDigest(),
        clip.speaker(),
        clip.sex(),
        clip.sentence(),
        clip.emotion(),
        clip.intensity(),
        clip.repetition(),
        clip.container(),
        clip.sampleRate(),
        clip.channels(),
        clip.seconds(),
        clip.bytes());
  }

  /** Every tenth clip for validation, every fifth for the test. */
  static List<SplitRow> split(List<ManifestRow> clips) {
    List<SplitRow> rows = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      SplitPart other = i % 10 == 1 ? SplitPart.VALIDATION : SplitPart.TRAIN;
      rows.add(new SplitRow(clips.get(i).id(), i % 5 == 0 ? SplitPart.TEST : other));
    }
    return rows;
  }

  /** Two speakers for the test, one for validation. */
  static List<SplitRow> splitBySpeaker(List<ManifestRow> clips) {
    return clips.stream()
        .map(
            clip ->
                new SplitRow(
                    clip.id(),
                    switch (clip.speaker()) {
                      case "acted:s00", "acted:s01" -> SplitPart.TEST;
                      case "acted:s02" -> SplitPart.VALIDATION;
                      default -> SplitPart.TRAIN;
                    }))
        .toList();
  }
}
