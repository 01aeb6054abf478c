package dev.emovox.audit;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.evidence.DefectException;
import dev.emovox.audit.examination.Examination;
import dev.emovox.audit.examiner.LedgerExaminer;
import dev.emovox.audit.examiner.RunExaminer;
import dev.emovox.audit.examiner.VersionExaminer;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.RunRecord;
import dev.emovox.tracking.ModelVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One audit under way. No run is looked at twice. Not safe for use by several threads. */
final class AuditTour {
  private static final String RUN_TAG = "emovox.run";

  private final AuditSources sources;
  private final Consumer<String> progress;
  private final Examination examination = new Examination();
  private final Map<String, Optional<AuditedRun>> runs = new HashMap<>();
  private final List<String> finished = new ArrayList<>();
  private final List<String> unfinished = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private long artifacts;
  private long entries;

  AuditTour(AuditSources sources, Consumer<String> progress) {
    this.sources = sources;
    this.progress = progress;
  }

  /**
   * Looks at a run. A damaged record is a finding.
   *
   * @return false if there is no record of it
   */
  boolean run(String name) {
    if (!runs.containsKey(name)) {
      try {
        sources.runs().find(name).ifPresent(record -> runs.put(name, examined(record)));
      } catch (WorkFailedException e) {
        examination.add(DefectException.unreadable("the record of " + name, e));
        runs.put(name, Optional.empty());
      }
    }
    return runs.containsKey(name);
  }

  private Optional<AuditedRun> examined(RunRecord record) {
    if (record.status().isEmpty()) {
      unfinished.add(record.id());
      progress.accept(record.id() + " has not ended; there is nothing to look at yet");
      return Optional.empty();
    }
    AuditedRun run =
        new AuditedRun(
            record.plan(),
            record.status().get(),
            sources.evidence(),
            Optional.ofNullable(record.status().get().trackedRun())
                .flatMap(tracked -> sources.tracked().find(tracked.runId())));
    finished.add(run.id());
    artifacts += new RunExaminer(examination, progress).examine(run);
    return Optional.of(run);
  }

  void version(ModelVersion version) {
    versions.add(version.version());
    progress.accept("version " + version.version());
    String name = version.tags().getOrDefault(RUN_TAG, "");
    if (sources.runs().names().contains(name)) {
      run(name);
    }
    Optional<AuditedRun> run = runs.getOrDefault(name, Optional.empty());
    new VersionExaminer(examination).examine(new AuditedVersion(version, run, sources.evidence()));
  }

  void ledger() {
    progress.accept("ledger");
    AuditedLedger.Look look = sources.ledger().look();
    entries = look.entries();
    new LedgerExaminer(examination)
        .examine(look.findings(), look.decisions(), sources.registry().versions());
  }

  AuditResult result() {
    return new AuditResult(
        new AuditResult.Checked(finished, unfinished, versions, artifacts, entries),
        examination.findings());
  }
}
