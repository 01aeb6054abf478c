package dev.emovox.report.page;

import dev.emovox.evaluation.LearningCurve;
import dev.emovox.evaluation.LearningCurvesPicture;
import dev.emovox.report.data.NetworkResult;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.StageCurve;
import dev.emovox.report.html.Element;
import dev.emovox.report.published.PublishedResults;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How networks learnt, epoch by epoch, beside published epochs. */
final class TrainingSection {
  private final Optional<PublishedResults> published;

  private TrainingSection(RunReport report) {
    this.published = Optional.ofNullable(report.published());
  }

  static Section of(RunReport report) {
    TrainingSection section = new TrainingSection(report);
    List<Element> content = new ArrayList<>();
    report.networks().forEach(network -> content.addAll(section.content(network)));
    return new Section("training", "Training of networks", content);
  }

  private List<Element> content(NetworkResult network) {
    List<Element> content = new ArrayList<>();
    content.add(Parts.heading(network.name() + " on " + network.split()));
    content.add(Parts.paragraph(facts(network)));
    List<LearningCurve> curves = curves(network);
    if (!curves.isEmpty()) {
      content.add(
          Parts.figure(
              LearningCurvesPicture.svg(curves),
              "Training and validation loss, and unweighted average recall on validation, by epoch; the numbers are in the tables below.",
              "Learning curves of %s on %s.".formatted(network.name(), network.split())));
    }
    network.stages().stream()
        .filter(stage -> !stage.epochs().isEmpty())
        .forEach(
            stage ->
                content.addAll(
                    EpochTable.of(
                        stage,
                        published.flatMap(
                            its -> its.stage(network.name(), network.split(), stage.name())))));
    return content;
  }

  private static String facts(NetworkResult network) {
    if (network.architecture() == null) {
      return "Its training did not begin.";
    }
    return "%s, %s parameters; it started from the checkpoint %s."
        .formatted(
            network.architecture(), Numbers.grouped(network.parameters()), network.checkpoint());
  }

  private static List<LearningCurve> curves(NetworkResult network) {
    return network.stages().stream()
        .filter(stage -> stage.selectedEpoch() > 0)
        .map(TrainingSection::curve)
        .toList();
  }

  private static LearningCurve curve(StageCurve stage) {
    return new LearningCurve(
        stage.name(),
        stage.epochs().stream()
            .map(epoch -> new LearningCurve.Epoch(epoch.trainingLoss(), epoch.validation()))
            .toList(),
        stage.selectedEpoch());
  }
}
