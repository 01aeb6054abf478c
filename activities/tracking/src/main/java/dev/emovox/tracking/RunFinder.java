package dev.emovox.tracking;

import java.util.Comparator;
import java.util.List;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.ViewType;

/** Finds runs by their {@code emovox.key}. */
final class RunFinder {
  static final String KEY_TAG = "emovox.key";

  private static final int MOST = 100;

  private final TimedClient client;

  RunFinder(TimedClient client) {
    this.client = client;
  }

  /** Runs of that key that are not deleted, the earliest first. */
  List<RunInfo> find(String experimentId, String key) {
    String filter = "tags.`%s` = '%s'".formatted(KEY_TAG, key);
    List<RunInfo> found =
        client.ask(
            mlflow ->
                mlflow
                    .searchRuns(List.of(experimentId), filter, ViewType.ACTIVE_ONLY, MOST)
                    .getItems()
                    .stream()
                    .map(run -> run.getInfo())
                    .toList());
    return found.stream()
        .sorted(Comparator.comparingLong(RunInfo::getStartTime).thenComparing(RunInfo::getRunId))
        .toList();
  }
}
