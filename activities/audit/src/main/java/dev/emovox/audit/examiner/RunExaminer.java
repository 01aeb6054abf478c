package dev.emovox.audit.examiner;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Examination;
import dev.emovox.domain.ArtifactRef;
import java.util.List;
import java.util.function.Consumer;

/**
 * Goes through a run: first every byte of every artefact, then what they say.
 *
 * @param examination where findings go
 * @param progress told what takes long, a line at a time
 */
public record RunExaminer(Examination examination, Consumer<String> progress) {

  /**
   * Applies all rules about runs and their models.
   *
   * @return how many artefacts were read
   */
  public int examine(AuditedRun run) {
    List<ArtifactRef> artifacts = List.copyOf(run.artifacts());
    progress.accept("%s: %d artefacts".formatted(run.id(), artifacts.size()));
    artifacts.forEach(its -> run.evidence().defect(its).ifPresent(examination::add));
    examination.apply(RuleBook.RUN, run);
    for (AuditedBaseline baseline : run.baselines()) {
      progress.accept(baseline.tested().subject());
      examination.apply(RuleBook.MODEL, baseline.tested());
      examination.apply(RuleBook.BASELINE, baseline);
    }
    for (AuditedNetwork network : run.networks()) {
      progress.accept(network.tested().subject());
      examination.apply(RuleBook.MODEL, network.tested());
      examination.apply(RuleBook.NETWORK, network);
      network.stages().forEach(stage -> examination.apply(RuleBook.STAGE, stage));
    }
    return artifacts.size();
  }
}
