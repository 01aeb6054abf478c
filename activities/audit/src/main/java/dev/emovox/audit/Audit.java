package dev.emovox.audit;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.tracking.ModelVersion;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.function.Consumer;

/**
 * Looks whether runs, model versions and the ledger are what they say they are. Only reads.
 *
 * <p>Every method throws {@link dev.emovox.domain.ServerUnavailableException} if a server is away.
 * Safe for use by several threads as far as its sources are.
 */
public final class Audit {
  private final AuditSources sources;
  private final Consumer<String> progress;

  /**
   * An audit.
   *
   * @param progress told what takes long, a line at a time
   */
  public Audit(AuditSources sources, Consumer<String> progress) {
    this.sources = sources;
    this.progress = progress;
  }

  /**
   * Looks at whatever has that name: a version of that number, or else a run.
   *
   * @throws InvalidInputException if there is neither
   */
  public AuditResult of(String name) {
    return sources.registry().find(name).isPresent() ? ofVersion(name) : ofRun(name);
  }

  /**
   * Looks at a run: its record, artefacts, models and packages.
   *
   * @throws InvalidInputException if there is no such run
   */
  public AuditResult ofRun(String runId) {
    AuditTour tour = new AuditTour(sources, progress);
    if (!tour.run(runId)) {
      throw new InvalidInputException(noRun(runId, sources.runs().names()));
    }
    return tour.result();
  }

  /**
   * Looks at a version as a gate does that is about to decide on it: its package, and the run that
   * made it. What is served and what the ledger says is left out.
   *
   * @throws InvalidInputException if there is no such version
   */
  public AuditResult ofModel(String version) {
    AuditTour tour = new AuditTour(sources, progress);
    tour.version(find(version));
    return tour.result();
  }

  /**
   * Looks at a version: its package, the run that made it, and the ledger.
   *
   * @throws InvalidInputException if there is no such version
   */
  public AuditResult ofVersion(String version) {
    AuditTour tour = new AuditTour(sources, progress);
    tour.version(find(version));
    tour.ledger();
    return tour.result();
  }

  /** Looks at every run, every version and the ledger. */
  public AuditResult ofEverything() {
    AuditTour tour = new AuditTour(sources, progress);
    sources.runs().names().forEach(tour::run);
    sources.registry().versions().forEach(tour::version);
    tour.ledger();
    return tour.result();
  }

  private ModelVersion find(String version) {
    return sources
        .registry()
        .find(version)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no version '%s' of model '%s'; there are %s."
                        .formatted(version, sources.registry().modelName(), known())));
  }

  private String known() {
    return sources.registry().versions().stream()
        .map(ModelVersion::version)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList()
        .toString();
  }

  private static String noRun(String runId, NavigableSet<String> names) {
    String known =
        names.isEmpty()
            ? "no run is on record yet"
            : "on record are "
                + String.join(", ", names.descendingSet().stream().limit(10).toList());
    return "There is no record of a run '%s', and no such version of the model; %s. `./emovox models` lists the versions."
        .formatted(runId, known);
  }
}
