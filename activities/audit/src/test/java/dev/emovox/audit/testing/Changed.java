package dev.emovox.audit.testing;

import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.rows.AugmentedRow;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tables with something wrong in one row. */
public final class Changed {
  private Changed() {}

  private static <T> List<T> replaced(List<T> rows, int index, T row) {
    List<T> changed = new ArrayList<>(rows);
    changed.set(index, row);
    return changed;
  }

  public static <T> List<T> withoutLast(List<T> rows) {
    return rows.subList(0, rows.size() - 1);
  }

  public static <T> List<T> withoutFirst(List<T> rows) {
    return rows.subList(1, rows.size());
  }

  /** Clips 0 and 5 are of one speaker and sentence, angry and sad: on one side of every split. */
  public static List<ManifestRow> sameSoundOtherLabel(List<ManifestRow> clips) {
    return replaced(clips, 5, sounding(clips.get(5), clips.get(0).audioDigest()));
  }

  /** Clips 0 and 4 are of one speaker and emotion, sentences 1 and 5. */
  public static List<ManifestRow> sameSoundOtherSentence(List<ManifestRow> clips) {
    return replaced(clips, 4, sounding(clips.get(4), clips.get(0).audioDigest()));
  }

  private static ManifestRow sounding(ManifestRow clip, String audioDigest) {
    return new ManifestRow(
        clip.id(),
        clip.corpus(),
        clip.path(),
        clip.contentDigest(),
        audioDigest,
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

  public static MemoryEvidence withoutAClip(MemoryEvidence stored) {
    return stored.withoutClip(Speech.clips().get(0).contentDigest());
  }

  public static IngestionOutcome oneClipMore(IngestionOutcome outcome) {
    return new IngestionOutcome(
        outcome.stage(),
        outcome.clips() + 1,
        outcome.rejects(),
        outcome.labels(),
        outcome.clipsPerCorpus(),
        outcome.warnings());
  }

  public static TrackedValues otherManifest(TrackedValues tracked) {
    Map<String, String> tags = new TreeMap<>(tracked.tags());
    tags.put("emovox.manifest", Digest.of("as it was").toString());
    return new TrackedValues(tracked.params(), tags);
  }

  public static List<SplitRow> firstToTest(List<SplitRow> rows) {
    return replaced(rows, 0, new SplitRow(rows.get(0).id(), SplitPart.TEST));
  }

  public static List<AugmentedRow> copyOfTestClip(List<AugmentedRow> copies) {
    ManifestRow source = Speech.clips().get(Speech.clips().size() - 1);
    AugmentedRow copy = copies.get(0);
    return replaced(copies, 0, copy(copy, source, source.emotion(), SplitPart.TRAIN));
  }

  public static List<AugmentedRow> copyInTestPart(List<AugmentedRow> copies) {
    AugmentedRow copy = copies.get(0);
    return replaced(copies, 0, copy(copy, source(copy), copy.emotion(), SplitPart.TEST));
  }

  public static List<AugmentedRow> copyMislabelled(List<AugmentedRow> copies) {
    AugmentedRow copy = copies.get(0);
    String other = copy.emotion().equals("sad") ? "angry" : "sad";
    return replaced(copies, 0, copy(copy, source(copy), other, SplitPart.TRAIN));
  }

  public static List<AugmentedRow> copyIsAClip(List<AugmentedRow> copies) {
    AugmentedRow copy = copies.get(0);
    return replaced(copies, 0, of(copy, source(copy), Stored.from(copy, source(copy))));
  }

  private static ManifestRow source(AugmentedRow copy) {
    return Speech.clips().stream()
        .filter(clip -> clip.id().equals(copy.sourceId()))
        .findFirst()
        .orElseThrow();
  }

  private record Stored(String digest, String emotion, SplitPart part) {
    static Stored from(AugmentedRow copy, ManifestRow source) {
      return new Stored(source.contentDigest(), copy.emotion(), copy.part());
    }
  }

  private static AugmentedRow copy(
      AugmentedRow copy, ManifestRow source, String emotion, SplitPart part) {
    return of(copy, source, new Stored(copy.contentDigest(), emotion, part));
  }

  private static AugmentedRow of(AugmentedRow copy, ManifestRow source, Stored stored) {
    return new AugmentedRow(
        source.id() + "#1",
        source.corpus(),
        source.path(),
        stored.digest(),
        "",
        source.speaker(),
        source.sex(),
        source.sentence(),
        stored.emotion(),
        "",
        "",
        "wav",
        copy.sampleRate(),
        1,
        copy.seconds(),
        copy.bytes(),
        source.id(),
        source.contentDigest(),
        stored.part(),
        copy.version(),
        copy.seed(),
        copy.steps(),
        copy.attenuation());
  }

  public static List<FeatureRow> otherSpeaker(List<FeatureRow> rows) {
    FeatureRow row = rows.get(0);
    return replaced(
        rows, 0, new FeatureRow(row.id(), row.corpus(), "tiny:Z", row.emotion(), row.values()));
  }

  /** Two clips change places with their labels: every count stays. */
  public static List<ScoredClip> relabelledPair(List<ScoredClip> scored) {
    int angry = index(scored, "angry");
    int sad = index(scored, "sad");
    return replaced(
        replaced(scored, angry, labelled(scored.get(angry), "sad")),
        sad,
        labelled(scored.get(sad), "angry"));
  }

  private static int index(List<ScoredClip> scored, String label) {
    return IntStream.range(0, scored.size())
        .filter(i -> scored.get(i).label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static ScoredClip labelled(ScoredClip clip, String label) {
    return new ScoredClip(
        clip.id(), clip.corpus(), clip.speaker(), label, clip.predicted(), clip.probabilities());
  }

  public static List<ScoredClip> predictionTurned(List<ScoredClip> scored) {
    ScoredClip clip = scored.get(0);
    String other = clip.predicted().equals("sad") ? "angry" : "sad";
    return replaced(
        scored,
        0,
        new ScoredClip(
            clip.id(), clip.corpus(), clip.speaker(), clip.label(), other, clip.probabilities()));
  }

  /** A model of the same kind that learnt from something else. */
  public static byte[] otherModel(byte[] model) {
    int size = FeatureSettings.paper().size();
    double[][] rows = new double[4][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Random(i).doubles(size).toArray();
    }
    List<String> names = IntStream.range(0, size).mapToObj(i -> "feature " + i).toList();
    LabelSet labels = new LabelSet(List.of("angry", "sad"));
    return new BaselineModelFormat()
        .write(
            new BaselineTrainer()
                .fit(
                    new BaselineSettings.LogisticRegression("other", 1, 5),
                    new TrainingTable(names, rows, new int[] {0, 1, 0, 1}, labels),
                    1));
  }
}
