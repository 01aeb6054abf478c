package dev.emovox.lineage.building;

import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.source.LineageSource;
import dev.emovox.records.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The whole graph of artefacts, versions and decisions, without single clips. What can't be read is
 * left out, and a notice says so. Not safe for use by several threads.
 */
public final class Chronicle {
  private static final int MOST_RUNS = 10_000;
  private static final int MOST_DECISIONS = 10_000;

  private final LineageSource source;
  private final GraphIndex index = new GraphIndex();
  private final List<String> notices = new ArrayList<>();
  private final TreeSet<String> models = new TreeSet<>();
  private final Map<String, ArtifactRef> rejects = new LinkedHashMap<>();

  /**
   * Reads everything.
   *
   * @param model the registered model that is looked for besides those that runs name
   */
  public Chronicle(LineageSource source, String model) {
    this.source = source;
    models.add(model);
    readRuns();
    VersionNodes versions = new VersionNodes(index, new PackageClaims(index, source));
    models.forEach(name -> source.versions(name).forEach(versions::add));
    readDecisions();
  }

  /** The graph; may be added to. */
  public GraphIndex index() {
    return index;
  }

  /** The tables of the files that were turned away, by the id of the manifest beside them. */
  public Map<String, ArtifactRef> rejects() {
    return Map.copyOf(rejects);
  }

  /** What a reader should know. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /** Adds the stages of a run, if that is the name of one. */
  public void addStages(String run) {
    readable(run).ifPresent(new StageNodes(index)::add);
  }

  private void readRuns() {
    List<String> names = source.runs();
    if (names.size() > MOST_RUNS) {
      notices.add(
          "Of %d runs only the last %d by name were looked at.".formatted(names.size(), MOST_RUNS));
    }
    List<String> last = names.subList(Math.max(0, names.size() - MOST_RUNS), names.size());
    new RunReading(source).read(last, this::add, this::leaveOut);
  }

  private Optional<RunRecord> readable(String name) {
    try {
      return source.run(name);
    } catch (WorkFailedException e) {
      leaveOut(name, e);
      return Optional.empty();
    }
  }

  private void leaveOut(String run, WorkFailedException why) {
    notices.add("Run " + run + " is left out: " + why.getMessage());
  }

  private void add(RunRecord run) {
    models.add(run.plan().registration().modelName());
    new RunChapter(index, run).add();
    run.status().map(RunStatus::ingestion).map(IngestionOutcome::stage).ifPresent(this::addRejects);
  }

  private void addRejects(StageResult ingestion) {
    String manifest = ingestion.output("manifest").digest().toString();
    rejects.put(manifest, ingestion.output("rejects"));
  }

  private void readDecisions() {
    DecisionNodes decisions = new DecisionNodes(index);
    int read = 0;
    try {
      for (SignedEntry entry : source.decisions()) {
        if (read++ == MOST_DECISIONS) {
          notices.add("Only the newest " + MOST_DECISIONS + " entries of the ledger are shown.");
          return;
        }
        decisions.add(entry);
      }
    } catch (WorkFailedException e) {
      notices.add("Decisions may be missing here: " + e.getMessage());
    }
  }
}
