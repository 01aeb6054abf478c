package dev.emovox.report.collect;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import dev.emovox.report.data.SplitFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects how clips were divided, and which speakers are on both sides. */
final class SplitCollection {
  private final Readings readings;
  private final Optional<List<ManifestClip>> manifest;

  SplitCollection(Readings readings, Optional<List<ManifestClip>> manifest) {
    this.readings = readings;
    this.manifest = manifest;
  }

  List<SplitFacts> collect(ExperimentPlan plan, RunStatus run) {
    return plan.splits().stream().map(split -> collect(split, run)).toList();
  }

  private SplitFacts collect(SplitSettings settings, RunStatus run) {
    Optional<List<SplitRow>> rows =
        Outputs.of(run, StageNames.split(settings.name()), "split")
            .flatMap(table -> readings.rows(table, SplitRow.class));
    Map<SplitPart, Integer> clips = new TreeMap<>();
    rows.ifPresent(its -> its.forEach(row -> clips.merge(row.part(), 1, Integer::sum)));
    if (rows.isEmpty() || manifest.isEmpty()) {
      return new SplitFacts(settings, clips, null, null);
    }
    Set<String> testIds =
        rows.get().stream()
            .filter(row -> row.part() == SplitPart.TEST)
            .map(SplitRow::id)
            .collect(Collectors.toSet());
    Set<String> testSpeakers = speakers(testIds, true);
    int all = testSpeakers.size();
    testSpeakers.retainAll(speakers(testIds, false));
    return new SplitFacts(settings, clips, all, testSpeakers.size());
  }

  private Set<String> speakers(Set<String> testIds, boolean inTest) {
    return manifest.orElseThrow().stream()
        .filter(clip -> testIds.contains(clip.id()) == inTest)
        .map(ManifestClip::speaker)
        .collect(Collectors.toSet());
  }
}
