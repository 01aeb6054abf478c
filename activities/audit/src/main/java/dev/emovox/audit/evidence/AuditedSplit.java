package dev.emovox.audit.evidence;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How a run divided its clips. Not safe for use by several threads. */
public final class AuditedSplit {
  private final AuditedRun run;
  private final SplitSettings settings;
  private final ArtifactRef artifact;
  private final Supplier<List<SplitRow>> rows;

  AuditedSplit(AuditedRun run, SplitSettings settings, ArtifactRef artifact) {
    this.run = run;
    this.settings = settings;
    this.artifact = artifact;
    this.rows = new Once<>(() -> run.reader().rows(artifact, SplitRow.class));
  }

  /** What it is called. */
  public String name() {
    return settings.name();
  }

  /** How findings name it. */
  public String subject() {
    return run.id() + ", split " + name();
  }

  /** How it was to be made. */
  public SplitSettings settings() {
    return settings;
  }

  /** The stored table. */
  public ArtifactRef artifact() {
    return artifact;
  }

  /** The table's rows. */
  public List<SplitRow> rows() {
    return rows.get();
  }

  /** The part of each clip. */
  public Map<String, SplitPart> parts() {
    Map<String, SplitPart> parts = new TreeMap<>();
    rows().forEach(row -> parts.put(row.id(), row.part()));
    return parts;
  }

  /** The clips of one part, as the manifest has them. */
  public List<ManifestRow> clips(SplitPart part) {
    Map<String, SplitPart> parts = parts();
    return run.manifest().values().stream().filter(clip -> parts.get(clip.id()) == part).toList();
  }

  /** How many clips of each class one part has, by the manifest. */
  public Map<String, Integer> perClass(SplitPart part) {
    Map<String, Integer> counts = new TreeMap<>();
    clips(part).forEach(clip -> counts.merge(clip.emotion(), 1, Integer::sum));
    return counts;
  }
}
