package dev.emovox.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.gate.settings.Budgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final List<String> LABELS = List.of("angry", "happy", "neutral", "sad");

  private AuditCheck audit = version -> List.of();
  private PackageMeasures measures = measures(3_500_000, 12);

  /** Clips of two corpora; every {@code nth} is taken for angry, the others are right. */
  private static List<ScoredClip> clips(String prefix, int count, int nth) {
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String label = LABELS.get(i % LABELS.size());
      String predicted = i % nth == 0 ? LABELS.get((i + 1) % LABELS.size()) : label;
      String corpus = i < count / 2 ? "north" : "south";
      clips.add(new ScoredClip(prefix + i, corpus, "speaker", label, predicted, List.of()));
    }
    return clips;
  }

  private static Contender contender(String version, List<ScoredClip> clips) {
    TestedModel test = new TestedModel("random", Digest.of("predictions " + version), clips, 7);
    return new Contender(
        version,
        Digest.of("package " + version),
        Optional.of("random"),
        Map.of("random", test),
        Optional.empty());
  }

  private static PackageMeasures measures(long bytes, double milliseconds) {
    return new PackageMeasures() {
      @Override
      public long bytes() {
        return bytes;
      }

      @Override
      public double medianMilliseconds(Budgets.Latency latency) {
        return milliseconds;
      }
    };
  }

  private GateReport judge(String gate, Contender candidate, Contender champion) {
    return new Gate("test", gate)
        .judge(new GateSubject(candidate, Optional.ofNullable(champion), measures, audit));
  }

  private void passes(String gate, Contender candidate, Contender champion, String reason) {
    GateReport report = judge(gate, candidate, champion);
    assertThat(report.objections()).isEmpty();
    assertThat(report.passed()).isTrue();
    assertThat(report.checks()).extracting(GateCheck::reason).anyMatch(its -> its.contains(reason));
  }

  private void refuses(String gate, Contender candidate, Contender champion, String objection) {
    GateReport report = judge(gate, candidate, champion);
    assertThat(report.passed()).isFalse();
    assertThat(String.join("\n", report.objections())).contains(objection);
  }

  @Test
  void chance() {
    String gate = "better_than_chance: true";
    passes(gate, contender("2", clips("a", 40, 4)), null, "surely above chance among 4 classes");
    refuses(gate, contender("2", clips("a", 40, 1)), null, "better than chance: ");
    // Right, but on too few clips to tell.
    refuses(gate, contender("2", clips("a", 2, 2)), null, "not surely above chance");
  }

  @Test
  void scoresOverall() {
    Contender good = contender("2", clips("a", 400, 10));
    passes("scores: [{metric: accuracy, at_least: 0.9}]", good, null, "0.900");
    refuses(
        "scores: [{metric: accuracy, at_least: 0.9, measure: interval}]",
        good,
        null,
        "accuracy: The lower end of 0.900 (95 % interval");
    refuses("scores: [{metric: weighted_f1, at_least: 0.95}]", good, null, "is below 0.950");
    refuses("scores: [{metric: macro_f1, at_least: 0.95}]", good, null, "macro F1");
  }

  @Test
  void scoresByCorpusAndClass() {
    List<ScoredClip> clips = new ArrayList<>(clips("a", 200, 1000));
    clips.set(150, changed(clips.get(150)));
    clips.set(154, changed(clips.get(154)));
    Contender uneven = contender("2", clips);
    passes("corpora: [{metric: accuracy, at_least: 0.9}]", uneven, null, "0.980");
    refuses(
        "corpora: [{metric: accuracy, at_least: 0.985}]", uneven, null, "accuracy of corpus south");
    passes(
        "corpora: [{corpus: north, metric: accuracy, at_least: 0.97}]", uneven, null, "at least");
    refuses(
        "corpora: [{corpus: west, metric: accuracy, at_least: 0.1}]",
        uneven,
        null,
        "no clip of west");
    passes("classes: [{recall: 0.9}]", uneven, null, "The recall 0.960 of 50 clips");
    refuses("classes: [{recall: 0.97}]", uneven, null, "recall of class neutral");
    passes("classes: [{class: sad, recall: 1}]", uneven, null, "1.000");
    refuses("classes: [{class: calm, recall: 0}]", uneven, null, "no clip of class calm");
  }

  private static ScoredClip changed(ScoredClip clip) {
    return new ScoredClip(
        clip.id(), clip.corpus(), clip.speaker(), clip.label(), "angry", clip.probabilities());
  }

  @Test
  void anotherSplit() {
    Contender candidate = contender("2", clips("a", 40, 10));
    refuses(
        "scores: [{metric: accuracy, at_least: 0.1, split: speakers}]",
        candidate,
        null,
        "accuracy on split speakers: Version 2 has no test on a split 'speakers'");
  }

  @Test
  void whatCanNotBeTestedFailsClosed() {
    Contender unknown = Contender.untested("2", Digest.of("p"), "No run made version 2.");
    refuses("better_than_chance: true", unknown, null, "No run made version 2.");
    refuses("scores: [{metric: accuracy, at_least: 0}]", unknown, null, "No run made version 2.");
    refuses("corpora: [{metric: accuracy, at_least: 0}]", unknown, null, "No run made version 2.");
    refuses("classes: [{recall: 0}]", unknown, null, "No run made version 2.");
    refuses("champion: {not_better: {}}", unknown, contender("1", clips("a", 4, 2)), "No run made");
  }

  @Test
  void theChampionOnTheSameClips() {
    Contender champion = contender("1", clips("a", 400, 10));
    String notBetter = "champion: {not_better: {significance: 0.05}}";
    passes(notBetter, contender("2", clips("a", 400, 9)), champion, "is not shown to be better");
    refuses(notBetter, contender("2", clips("a", 400, 3)), champion, "the champion is better");
    String nonInferior = "champion: {non_inferior: {margin: 0.05, metric: accuracy}}";
    passes(nonInferior, contender("2", clips("a", 400, 11)), champion, "it rules out");
    refuses(nonInferior, contender("2", clips("a", 400, 7)), champion, "does not rule out a loss");
    passes(notBetter, contender("2", clips("a", 4, 2)), null, "No version is served yet.");
    passes(nonInferior, champion, champion, "the same package");
  }

  @Test
  void theChampionOnOtherClips() {
    Contender candidate = contender("2", clips("a", 40, 10));
    Contender champion = contender("1", clips("b", 40, 10));
    refuses(
        "champion: {not_better: {}}", candidate, champion, "Nothing was compared with version 1");
    refuses("champion: {not_better: {}}", candidate, champion, "0 on both");
    passes(
        "champion: {non_inferior: {margin: 0.1}, when_incomparable: pass}",
        candidate,
        champion,
        "which this gate lets pass");
  }

  @Test
  void aTestThatIsGoneIsNotOneOnOtherClips() {
    String lenient = "champion: {not_better: {}, when_incomparable: pass}";
    Contender good = contender("2", clips("a", 40, 10));
    Contender damaged = Contender.untested("1", Digest.of("p"), "The predictions are gone.");
    refuses(lenient, good, damaged, "version 1: The predictions are gone.");
    refuses(lenient, damaged, good, "version 2: The predictions are gone.");
    refuses(
        "champion: {not_better: {}, split: speakers, when_incomparable: pass}",
        good,
        contender("1", clips("a", 40, 10)),
        "has no test on a split 'speakers'");
  }

  @Test
  void budgets() {
    Contender candidate = contender("2", clips("a", 4, 10));
    passes("budgets: {megabytes: 4, latency: {milliseconds: 12}}", candidate, null, "3.5 MB");
    refuses("budgets: {megabytes: 3}", candidate, null, "more than 3");
    refuses("budgets: {latency: {milliseconds: 11}}", candidate, null, "was 12.0 ms");
  }

  @Test
  void theAudit() {
    Contender candidate = contender("2", clips("a", 4, 10));
    passes("audit: required", candidate, null, "found no error");
    audit = version -> List.of("The scaler was fitted on test clips.");
    refuses("audit: required", candidate, null, "The scaler was fitted");
    audit =
        version -> {
          throw new WorkFailedException("The manifest is gone.");
        };
    refuses("audit: required", candidate, null, "The manifest is gone.");
  }

  @Test
  void aServerThatIsAwayIsNoVerdict() {
    audit =
        version -> {
          throw new ServerUnavailableException("S3 is away.", null);
        };
    assertThatThrownBy(() -> judge("audit: required", contender("2", clips("a", 4, 2)), null))
        .isInstanceOf(ServerUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description: nothing",
        "scores: [{metric: accuracy, at_least: 60}]",
        "scores: [{metric: acuracy, at_least: 0.6}]",
        "scores: [{metric: accuracy}]",
        "scoers: []",
        "champion: {when_incomparable: pass}",
        "champion: {not_better: {significance: 1}}",
        "champion: {non_inferior: {margin: -0.1}}",
        "approval: {within_hours: 0}",
        "budgets: {megabytes: 0}",
        "budgets: {latency: {milliseconds: 5, predictions: 0}}",
        "better_than_chance: true\nacknowledge_within_seconds: -1",
        "",
      })
  void whatIsNoGateIsRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> judge(text, contender("2", clips("a", 4, 2)), null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("gate test");
  }
}
