package dev.emovox.audit.evidence;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.inference.packaging.PackageDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A model on a split, of whatever kind: its test and its package. Not safe for use by several
 * threads.
 */
public final class TestedModel {
  private final AuditedRun run;
  private final Identity identity;
  private final EvaluationOutcome evaluation;
  private final StageResult modelPackage;
  private final Supplier<List<ScoredClip>> predictions;
  private final Supplier<EvaluationReport> report;
  private final Supplier<EvaluationReport> recomputed;
  private final Supplier<PackageDescription> packaged;

  /**
   * Which model.
   *
   * @param name what it is called in results
   * @param split name of the split
   * @param validationUnweightedAverageRecall by which it was compared with others
   */
  record Identity(String name, String split, double validationUnweightedAverageRecall) {}

  TestedModel(
      AuditedRun run, Identity identity, EvaluationOutcome evaluation, StageResult modelPackage) {
    this.run = run;
    this.identity = identity;
    this.evaluation = evaluation;
    this.modelPackage = modelPackage;
    this.predictions = new Once<>(() -> run.reader().rows(output("predictions"), ScoredClip.class));
    this.report = new Once<>(() -> run.reader().document(output("report"), EvaluationReport.class));
    this.recomputed = new Once<>(this::recompute);
    this.packaged = new Once<>(this::describe);
  }

  /** With the report's own class list, so that a wrong one is told of by its own rule alone. */
  private EvaluationReport recompute() {
    try {
      return new Evaluator(Bootstrap.standard(run.plan().seed()))
          .evaluate(report().labels(), predictions());
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(output("predictions"), e);
    }
  }

  private PackageDescription describe() {
    ArtifactRef index = modelPackage.output("package");
    byte[] content = run.reader().bytes(index);
    try {
      return PackageDescription.read(content);
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(index, e);
    }
  }

  /** The run that it is of. */
  public AuditedRun run() {
    return run;
  }

  /** What it is called. */
  public String name() {
    return identity.name();
  }

  /** How findings name it. */
  public String subject() {
    return "%s, %s on %s".formatted(run.id(), name(), splitName());
  }

  /** Name of its split. */
  public String splitName() {
    return identity.split();
  }

  /** Its split, if the run's record has it. */
  public Optional<AuditedSplit> split() {
    return run.split(splitName());
  }

  /** By which it was compared with others. */
  public double validationUnweightedAverageRecall() {
    return identity.validationUnweightedAverageRecall();
  }

  /** The test as the run's record has it. */
  public EvaluationOutcome evaluation() {
    return evaluation;
  }

  /** An artefact of the test. */
  public ArtifactRef output(String name) {
    return evaluation.stage().output(name);
  }

  /** What was predicted of each test clip. */
  public List<ScoredClip> predictions() {
    return predictions.get();
  }

  /** The stored report of the test. */
  public EvaluationReport report() {
    return report.get();
  }

  /** The report that follows from the stored predictions. */
  public EvaluationReport recomputed() {
    return recomputed.get();
  }

  /** The package's files, {@code package.json} as {@code package}. */
  public StageResult modelPackage() {
    return modelPackage;
  }

  /** The package's digest. */
  public Digest packageDigest() {
    return modelPackage.output("package").digest();
  }

  /** What the package says of itself. */
  public PackageDescription packaged() {
    return packaged.get();
  }
}
