package dev.emovox.cli.render;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.domain.ValidationScores;
import java.util.List;

/** Training of a network in one line. */
final class NetworkLine {
  private static final double MILLIS = 1000;

  private final EpochRanking ranking;

  NetworkLine(EpochRanking ranking) {
    this.ranking = ranking;
  }

  /** An epoch that a device works at: how far, how fast, how long yet, and how it has been. */
  String running(NetworkStatus network, NetworkStageStatus stage, long nowMillis) {
    return "%s  %s%s"
        .formatted(
            title(network, stage, stage.running().epoch()),
            progress(stage, nowMillis),
            soFar(network, stage));
  }

  /** How far, how fast and how long yet. */
  static String progress(NetworkStageStatus stage, long nowMillis) {
    RunningEpoch epoch = stage.running();
    double share = epoch.total() == 0 ? 0 : (double) epoch.clips() / epoch.total();
    return "%d of %d clips  %s%s"
        .formatted(epoch.clips(), epoch.total(), Quantity.percent(share), pace(stage, nowMillis));
  }

  /** Only what this attempt did counts: epochs found in the cache took no time. */
  private static String pace(NetworkStageStatus stage, long nowMillis) {
    RunningEpoch epoch = stage.running();
    double seconds = (nowMillis - epoch.startedAtMillis()) / MILLIS;
    long clips = epoch.clips() - epoch.clipsAtStart();
    if (clips <= 0 || seconds <= 0) {
      return "";
    }
    double rate = clips / seconds;
    double left = (epoch.total() - epoch.clips()) / rate;
    double after = (stage.planned() - epoch.epoch()) * epoch.total() / rate;
    String stageLeft =
        after > 0 ? ", " + Quantity.duration(left + after) + " to the stage's end" : "";
    return "  %s clips/s  %s left%s"
        .formatted(Quantity.rate(rate), Quantity.duration(left), stageLeft);
  }

  private String soFar(NetworkStatus network, NetworkStageStatus stage) {
    List<EpochOutcome> epochs = stage.epochs();
    if (epochs.isEmpty()) {
      return "";
    }
    return "  last: %s; best: epoch %d"
        .formatted(
            scores(epochs.get(epochs.size() - 1).validation()),
            ranking.best(network.name(), stage.name(), epochs));
  }

  /** An epoch that ended. */
  String ended(NetworkStatus network, NetworkStageStatus stage, EpochOutcome epoch) {
    List<EpochOutcome> until = stage.epochs().subList(0, epoch.epoch());
    boolean best = ranking.best(network.name(), stage.name(), until) == epoch.epoch();
    return "%s  training loss %s, validation: %s  %s%s"
        .formatted(
            title(network, stage, epoch.epoch()),
            Quantity.loss(epoch.trainingLoss()),
            scores(epoch.validation()),
            time(epoch),
            best && epoch.epoch() > 1 ? "  the best so far" : "");
  }

  private static String time(EpochOutcome epoch) {
    return epoch.stage().cache() == CacheUse.HIT
        ? "cached"
        : "%s at %s clips/s"
            .formatted(Quantity.duration(epoch.seconds()), Quantity.rate(epoch.clipsPerSecond()));
  }

  private static String title(NetworkStatus network, NetworkStageStatus stage, int epoch) {
    return "%s on %s, %s, epoch %d of %d"
        .formatted(network.name(), network.split(), stage.name(), epoch, stage.planned());
  }

  private static String scores(ValidationScores scores) {
    return "loss %s, accuracy %s, UAR %s"
        .formatted(
            Quantity.loss(scores.loss()),
            Quantity.percent(scores.accuracy()),
            Quantity.percent(scores.unweightedAverageRecall()));
  }
}
