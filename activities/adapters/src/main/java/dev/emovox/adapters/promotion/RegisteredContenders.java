package dev.emovox.adapters.promotion;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.gate.Contender;
import dev.emovox.gate.TestedModel;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.records.ArtifactReader;
import dev.emovox.records.RunRecord;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what registered versions said about test clips: in the record of the run that made them,
 * and only if the package itself names the same evaluation.
 *
 * @param runs the records of runs
 * @param artifacts the stored predictions
 * @param packages what packages say of themselves
 */
record RegisteredContenders(PastRuns runs, ArtifactReader artifacts, PackageIndexes packages) {
  private static final String RUN_TAG = "emovox.run";

  /** The records of runs. */
  @FunctionalInterface
  interface PastRuns {
    /** The record of a run; nothing if there is none. */
    Optional<RunRecord> find(String runId);
  }

  /** The packages' {@code package.json}. */
  @FunctionalInterface
  interface PackageIndexes {
    /** The bytes of a package's. */
    byte[] read(Digest packageDigest);
  }

  /** A model of a run; a package and a test may be missing while it is not done. */
  private record RunModel(
      String name, String split, EvaluationOutcome evaluation, StageResult modelPackage) {

    boolean isTested() {
      return evaluation != null && modelPackage != null;
    }

    boolean is(Digest packageDigest) {
      return modelPackage.output("package").digest().equals(packageDigest);
    }
  }

  /** A version with its tests, or with the reason why there are none. */
  Contender of(ModelVersion version) {
    if (version.digest().isEmpty()) {
      return Contender.untested(
          version.version(),
          null,
          "Version %s was registered by something else than Emovox, so there is no test of it."
              .formatted(version.version()));
    }
    Digest digest = version.digest().get();
    try {
      String run = version.tags().get(RUN_TAG);
      Optional<RunRecord> record = run == null ? Optional.empty() : runs.find(run);
      return record
          .map(found -> of(version, digest, found))
          .orElseGet(
              () ->
                  Contender.untested(
                      version.version(),
                      digest,
                      "There is no record of a run that made version %s, so there is no test of it."
                          .formatted(version.version())));
    } catch (ServerUnavailableException e) {
      throw e;
    } catch (EmovoxException e) {
      return Contender.untested(version.version(), digest, e.getMessage());
    }
  }

  private Contender of(ModelVersion version, Digest digest, RunRecord record) {
    List<RunModel> models = record.status().map(RegisteredContenders::models).orElse(List.of());
    Optional<RunModel> own = models.stream().filter(model -> model.is(digest)).findFirst();
    String number = version.version();
    if (own.isEmpty()) {
      return Contender.untested(
          number,
          digest,
          "The record of run %s does not tell of the package of version %s."
              .formatted(record.id(), number));
    }
    if (!evaluation(digest).equals(Optional.of(report(own.get())))) {
      return Contender.untested(
          number,
          digest,
          "The package of version %s names another evaluation than the record of run %s."
              .formatted(number, record.id()));
    }
    return new Contender(
        number,
        digest,
        Optional.of(own.get().split()),
        tests(models, own.get().name(), record.plan().seed()),
        Optional.empty());
  }

  private static List<RunModel> models(RunStatus status) {
    Stream<RunModel> baselines =
        status.models().stream()
            .map(
                model ->
                    new RunModel(
                        model.settings().name(),
                        model.split(),
                        model.evaluation(),
                        model.modelPackage()));
    Stream<RunModel> networks =
        status.networks().stream()
            .map(
                network ->
                    new RunModel(
                        network.name(),
                        network.split(),
                        network.evaluation(),
                        network.modelPackage()));
    return Stream.concat(baselines, networks).filter(RunModel::isTested).toList();
  }

  private Map<String, TestedModel> tests(List<RunModel> models, String name, long seed) {
    Map<String, TestedModel> tests = new TreeMap<>();
    for (RunModel model : models) {
      if (model.name().equals(name)) {
        ArtifactRef table = model.evaluation().stage().output("predictions");
        List<ScoredClip> clips = artifacts.rows(table, ScoredClip.class);
        tests.put(model.split(), new TestedModel(model.split(), table.digest(), clips, seed));
      }
    }
    return tests;
  }

  private static Digest report(RunModel model) {
    return model.evaluation().stage().output("report").digest();
  }

  /** The evaluation that a package names. */
  private Optional<Digest> evaluation(Digest packageDigest) {
    PackageDescription description = PackageDescription.read(packages.read(packageDigest));
    return description instanceof Wav2Vec2Description network
        ? network.provenance().fineTuning().map(FineTuning::evaluation)
        : Optional.of(((BaselineDescription) description).provenance().evaluation());
  }
}
