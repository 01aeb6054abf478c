package dev.emovox.report.words;

import dev.emovox.contracts.RunState;
import dev.emovox.domain.Scores;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.NetworkResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SplitFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be kept in mind when the results of a run are read, a sentence each. */
public final class WarningWords {
  /** A corpus that nearly everything gets right tells little, and lifts what is said of all. */
  private static final double SATURATED = 0.98;

  private static final int FEW_CLIPS = 100;

  private final RunReport report;
  private final List<String> warnings = new ArrayList<>();

  private WarningWords(RunReport report) {
    this.report = report;
  }

  /** The warnings of a report whose own are still empty. */
  public static List<String> of(RunReport report) {
    WarningWords words = new WarningWords(report);
    words.state();
    words.speakers();
    words.fewClips();
    words.saturatedCorpora();
    words.choicesByHand();
    words.otherData();
    return words.warnings;
  }

  private void state() {
    RunState status = report.run().status();
    if (status == RunState.FAILED || status == RunState.CANCELLED) {
      String how = status == RunState.FAILED ? "failed" : "was cancelled";
      warnings.add("The run " + how + ": what follows is what was there when it ended.");
    } else if (status != RunState.DONE) {
      warnings.add("The run has not ended: its results come with its end.");
    }
  }

  private void speakers() {
    boolean disjoint =
        report.splits().stream()
            .anyMatch(split -> split.settings().policy() == SplitPolicy.SPEAKER_DISJOINT);
    for (SplitFacts split : report.splits()) {
      if (split.settings().policy() == SplitPolicy.STRATIFIED_RANDOM) {
        warnings.add(
            shared(split) + (disjoint ? "" : " No split of this run keeps speakers apart."));
      } else if (split.knownTestSpeakers() != null && split.knownTestSpeakers() > 0) {
        warnings.add(
            "The split %s should keep speakers apart, but %d of its test speakers are on another side."
                .formatted(split.name(), split.knownTestSpeakers()));
      }
    }
  }

  private static String shared(SplitFacts split) {
    String who =
        split.knownTestSpeakers() == null
            ? "test speakers are"
            : "%d of %d test speakers are"
                .formatted(split.knownTestSpeakers(), split.testSpeakers());
    return "The split %s shares speakers: %s in the training or validation part too. What is scored on it does not hold for unseen speakers."
        .formatted(split.name(), who);
  }

  private void fewClips() {
    for (SplitFacts split : report.splits()) {
      report.modelsOn(split.name()).stream()
          .map(model -> model.overall().clips())
          .filter(clips -> clips < FEW_CLIPS)
          .findFirst()
          .ifPresent(
              clips ->
                  warnings.add(
                      "The test part of %s has %s: intervals are wide, and calibration is hardly measured."
                          .formatted(split.name(), Numbers.count(clips, "clip"))));
    }
  }

  /** Told of the best model of each split. */
  private void saturatedCorpora() {
    for (SplitFacts split : report.splits()) {
      report.modelsOn(split.name()).stream()
          .reduce((best, next) -> next.recall() > best.recall() ? next : best)
          .ifPresent(best -> best.perCorpus().forEach((name, its) -> saturated(best, name, its)));
    }
  }

  private void saturated(ModelResult model, String corpus, Scores scores) {
    if (model.perCorpus().size() > 1 && scores.accuracy().value() >= SATURATED) {
      warnings.add(
          "%s is right on %s of the clips of %s in the test of %s, which are %s of its clips: they lift every figure on all clips."
              .formatted(
                  model.name(),
                  Numbers.percent(scores.accuracy().value()),
                  corpus,
                  model.split(),
                  Numbers.percent(scores.clips() / (double) model.overall().clips())));
    }
  }

  private void choicesByHand() {
    for (NetworkResult network : report.networks()) {
      network.stages().stream()
          .filter(stage -> stage.byHand() && stage.selection() != null)
          .forEach(
              stage ->
                  warnings.add(
                      "Epoch %d of %s of %s on %s was %s."
                          .formatted(
                              stage.selectedEpoch(),
                              stage.name(),
                              network.name(),
                              network.split(),
                              stage.selection())));
    }
  }

  private void otherData() {
    if (report.published() == null || report.speech() == null) {
      return;
    }
    Optional<Integer> theirs = report.published().clips();
    if (theirs.isPresent() && theirs.get() != report.speech().clips()) {
      String corpora =
          report.speech().corpora().stream()
              .map(corpus -> corpus.name() + " " + corpus.clips())
              .collect(Collectors.joining(", "));
      warnings.add(
          "Published figures are of other data: of %d clips, this run has %d (%s). What is side by side is not the same test."
              .formatted(theirs.get(), report.speech().clips(), corpora));
    } else if (theirs.isEmpty()) {
      warnings.add(
          "Published figures may be of other data: how many clips they are of is not recorded.");
    }
  }
}
