package dev.emovox.orchestration;

import dev.emovox.contracts.DriftEntry;
import dev.emovox.contracts.DriftHistory;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftResponse;
import dev.emovox.contracts.DriftResponse.Action;
import dev.emovox.contracts.DriftRetraining;
import dev.emovox.contracts.DriftWatch;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Answers one alarm after the other. A service whose model drifts for long, or several services of
 * one model, do not have it trained again and again: between two times there is a pause.
 */
public final class DriftWatchWorkflow implements DriftWatch {
  private static final int MOST_ALARMS = 50;

  /** Alarms after which a new run goes on, so that no history grows without end. */
  private static final int ALARMS_OF_A_RUN = 200;

  private static final long MILLIS = 1000;

  private final Deque<DriftReport> waiting = new ArrayDeque<>();
  private final List<DriftEntry> alarms;
  private long retrainedAtMillis;
  private int answered;

  @WorkflowInit
  public DriftWatchWorkflow(DriftHistory history) {
    alarms = new ArrayList<>(history.alarms());
    retrainedAtMillis = history.retrainedAtMillis();
  }

  @Override
  public void watch(DriftHistory history) {
    while (answered < ALARMS_OF_A_RUN && !Workflow.getInfo().isContinueAsNewSuggested()) {
      Workflow.await(() -> !waiting.isEmpty());
      answerAll();
    }
    Workflow.continueAsNew(history());
  }

  private void answerAll() {
    while (!waiting.isEmpty()) {
      DriftReport report = waiting.remove();
      if (alarms.stream().noneMatch(known -> known.report().id().equals(report.id()))) {
        alarms.add(new DriftEntry(report, answer(report)));
        alarms.subList(0, Math.max(0, alarms.size() - MOST_ALARMS)).clear();
        answered++;
      }
    }
  }

  private DriftResponse answer(DriftReport report) {
    return report
        .retraining()
        .map(wish -> retrain(wish, report.id()))
        .orElseGet(() -> new DriftResponse(Action.NOTED, "no schedule is to fire for drift"));
  }

  private DriftResponse retrain(DriftRetraining wish, String requestId) {
    long now = Workflow.currentTimeMillis();
    long next = retrainedAtMillis + wish.pauseSeconds() * MILLIS;
    if (retrainedAtMillis > 0 && now < next) {
      return new DriftResponse(
          Action.WAITING,
          "schedule '%s' fired for drift at %s, and does not again before %s"
              .formatted(
                  wish.schedule(),
                  Instant.ofEpochMilli(retrainedAtMillis),
                  Instant.ofEpochMilli(next)));
    }
    DriftResponse response = Activities.drift().startRetraining(wish.schedule(), requestId);
    retrainedAtMillis = response.action() == Action.RETRAINING ? now : retrainedAtMillis;
    return response;
  }

  @Override
  public void raised(DriftReport report) {
    waiting.add(report);
  }

  @Override
  public DriftHistory history() {
    return new DriftHistory(alarms, retrainedAtMillis);
  }
}
