package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.WorkFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakageCheckTest {
  private static final SplitSettings RANDOM =
      new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.5, 0, 0.5);
  private static final SplitSettings DISJOINT =
      new SplitSettings("unseen", SplitPolicy.SPEAKER_DISJOINT, 0.5, 0, 0.5);

  private final ManifestRow first = Manifests.row("c", "m1", "sad", 0);
  private final ManifestRow second = Manifests.row("c", "m1", "sad", 1);
  private final ManifestRow third = Manifests.row("c", "f1", "sad", 0);
  private final List<ManifestRow> clips = List.of(first, second, third);

  private static SplitRow in(SplitPart part, ManifestRow clip) {
    return new SplitRow(clip.id(), part);
  }

  private static void fails(
      List<ManifestRow> clips, List<SplitRow> rows, SplitSettings settings, String... evidence) {
    assertThatThrownBy(() -> LeakageCheck.verify(clips, rows, settings))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageStartingWith("The split '" + settings.name() + "' leaks: ")
        .hasMessageContainingAll(evidence);
  }

  @Test
  void findsSpeakersOnTwoSides() {
    List<SplitRow> rows =
        List.of(in(SplitPart.TRAIN, first), in(SplitPart.TEST, second), in(SplitPart.TEST, third));

    assertThatCode(() -> LeakageCheck.verify(clips, rows, RANDOM)).doesNotThrowAnyException();
    fails(clips, rows, DISJOINT, "the speaker of", first.id() + " in train", "c:m1");
  }

  @Test
  void findsSoundsOnTwoSides() {
    ManifestRow copy = Manifests.withSound("c/copy.wav", "c", "m9", "sad", Digest.of(first.id()));
    List<ManifestRow> withCopy = new ArrayList<>(clips);
    withCopy.add(copy);
    List<SplitRow> rows =
        List.of(
            in(SplitPart.TRAIN, first),
            in(SplitPart.TRAIN, second),
            in(SplitPart.TEST, third),
            in(SplitPart.VALIDATION, copy));

    fails(withCopy, rows, RANDOM, "the bytes of", "the sound of", "c/copy.wav in validation");
  }

  @Test
  void findsClipsThatAreMissingTwiceOrStrange() {
    List<SplitRow> rows =
        List.of(
            in(SplitPart.TRAIN, first),
            in(SplitPart.TEST, first),
            in(SplitPart.TRAIN, second),
            new SplitRow("c/strange.wav", SplitPart.TEST));

    fails(
        clips,
        rows,
        RANDOM,
        first.id() + " is in the split twice",
        "c/strange.wav is in the split and not in the manifest",
        third.id() + " is in no part");
  }

  @Test
  void keepsTheEvidenceReadable() {
    List<ManifestRow> many = Manifests.of("c", List.of("m1", "m2"), 9);

    fails(many, List.of(), RANDOM, "; and 62 more");
  }
}
