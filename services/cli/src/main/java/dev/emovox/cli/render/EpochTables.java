package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.report.published.PublishedResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The epochs of each stage in a table, beside published ones where there are some. The selected
 * epoch has a star.
 */
final class EpochTables {
  private static final String SELECTED = "*";

  private final Style style;
  private final Optional<PublishedResults> published;

  EpochTables(Style style, Optional<PublishedResults> published) {
    this.style = style;
    this.published = published;
  }

  /** The tables of all stages that have an epoch, each after an empty line. */
  List<String> lines(List<NetworkStatus> networks) {
    List<String> lines = new ArrayList<>();
    networks.forEach(
        network ->
            network.stages().stream()
                .filter(stage -> !stage.epochs().isEmpty())
                .forEach(stage -> lines.addAll(lines(network, stage))));
    return lines;
  }

  private List<String> lines(NetworkStatus network, NetworkStageStatus stage) {
    Optional<PublishedResults.Stage> theirs =
        published.flatMap(its -> its.stage(network.name(), network.split(), stage.name()));
    List<String> lines = new ArrayList<>();
    lines.add("");
    theirs.ifPresent(its -> lines.add(style.bold(its.title())));
    lines.add(style.bold("%s on %s, %s".formatted(network.name(), network.split(), stage.name())));
    lines.addAll(theirs.map(its -> beside(stage, its)).orElseGet(() -> alone(stage)).lines(style));
    lines.add(style.dim(legend(stage)));
    return lines;
  }

  private static TextTable alone(NetworkStageStatus stage) {
    TextTable table =
        new TextTable(
            "",
            ">EPOCH",
            ">TRAINING LOSS",
            ">VALIDATION LOSS",
            ">ACCURACY",
            ">WEIGHTED F1",
            ">UAR",
            ">TIME",
            ">CLIPS/S");
    stage.epochs().forEach(epoch -> table.row(cells(stage, epoch).toArray(String[]::new)));
    return table;
  }

  private static TextTable beside(NetworkStageStatus stage, PublishedResults.Stage theirs) {
    TextTable table =
        new TextTable(
            "",
            ">EPOCH",
            ">TRAINING LOSS",
            ">VALIDATION LOSS",
            ">ACCURACY",
            ">WEIGHTED F1",
            ">UAR",
            ">TIME",
            ">CLIPS/S",
            ">PUBLISHED LOSS",
            ">PUBLISHED ACCURACY",
            "");
    for (EpochOutcome epoch : stage.epochs()) {
      List<String> cells = new ArrayList<>(cells(stage, epoch));
      cells.addAll(cells(theirs, epoch.epoch()));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static List<String> cells(NetworkStageStatus stage, EpochOutcome epoch) {
    boolean hit = epoch.stage().cache() == CacheUse.HIT;
    return List.of(
        epoch.epoch() == stage.selectedEpoch() ? SELECTED : "",
        Integer.toString(epoch.epoch()),
        Quantity.loss(epoch.trainingLoss()),
        Quantity.loss(epoch.validation().loss()),
        Quantity.precisePercent(epoch.validation().accuracy()),
        Quantity.precisePercent(epoch.validation().weightedF1()),
        Quantity.precisePercent(epoch.validation().unweightedAverageRecall()),
        hit ? "cached" : Quantity.duration(epoch.seconds()),
        hit ? "" : Quantity.rate(epoch.clipsPerSecond()));
  }

  private static List<String> cells(PublishedResults.Stage theirs, int epoch) {
    if (epoch > theirs.epochs().size()) {
      return List.of("", "", "");
    }
    PublishedResults.Epoch its = theirs.epochs().get(epoch - 1);
    return List.of(
        Quantity.loss(its.loss()),
        Quantity.precisePercent(its.accuracy()),
        epoch == theirs.selectedEpoch() ? SELECTED : "");
  }

  private static String legend(NetworkStageStatus stage) {
    if (stage.selection() == null) {
      return "No epoch is selected yet.";
    }
    String early = stage.stoppedEarly() ? " The stage was stopped early." : "";
    return "%s Epoch %d: %s.%s"
        .formatted(SELECTED, stage.selectedEpoch(), stage.selection(), early);
  }
}
