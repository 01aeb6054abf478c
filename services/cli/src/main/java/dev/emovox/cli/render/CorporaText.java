package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.corpora.CorpusCount;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.OfficialCounts;
import dev.emovox.corpora.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What lies in folders of speech, as {@code corpora check} prints it. */
public final class CorporaText {
  private static final String NOTHING = "-";
  private static final int SHOWN = 20;

  private final Style style;

  public CorporaText(Style style) {
    this.style = style;
  }

  /** Tables of corpora, emotions and speakers, then what needs a look. */
  public List<String> lines(IngestionResult result) {
    List<String> lines = new ArrayList<>(corpora(result));
    lines.add("");
    lines.addAll(emotions(result.counts()));
    lines.add("");
    lines.addAll(speakers(result.counts()));
    rejects(result.rejects(), lines);
    duplicates(result.duplicates(), lines);
    result.warnings().forEach(warning -> lines.add(style.warning("Warning: ") + warning));
    return lines;
  }

  private List<String> corpora(IngestionResult result) {
    TextTable table =
        new TextTable("CORPUS", ">CLIPS", ">OFFICIAL", ">SPEAKERS", ">OFFICIAL", ">REJECTS");
    for (CorpusCount count : result.counts()) {
      table.row(
          count.corpus(),
          Integer.toString(count.clips()),
          official(count.official().map(OfficialCounts::clips)),
          Integer.toString(count.speakers().size()),
          official(count.official().map(OfficialCounts::speakers)),
          Integer.toString(count.rejects()));
    }
    int rejects = result.rejects().size();
    table.row("in all", "" + result.clips().size(), "", "", "", Integer.toString(rejects));
    return table.lines(style);
  }

  private static String official(Optional<Integer> number) {
    return number.map(value -> Integer.toString(value)).orElse(NOTHING);
  }

  /** Emotions down, corpora across; clips beside the official number where that differs. */
  private List<String> emotions(List<CorpusCount> counts) {
    List<String> headings = new ArrayList<>(List.of("EMOTION"));
    counts.forEach(count -> headings.add(">" + count.corpus()));
    TextTable table = new TextTable(headings.toArray(String[]::new));
    TreeSet<String> emotions = new TreeSet<>();
    counts.forEach(count -> emotions.addAll(count.emotions().keySet()));
    for (String emotion : emotions) {
      List<String> cells = new ArrayList<>(List.of(emotion));
      counts.forEach(count -> cells.add(cell(count, emotion)));
      table.row(cells.toArray(String[]::new));
    }
    return table.lines(style);
  }

  private static String cell(CorpusCount count, String emotion) {
    int found = count.emotions().getOrDefault(emotion, 0);
    Optional<Integer> official =
        count.official().map(counts -> counts.emotions().getOrDefault(emotion, 0));
    boolean differs = official.filter(number -> number != found).isPresent();
    String text = found == 0 ? NOTHING : Integer.toString(found);
    return differs ? text + " of " + official.get() : text;
  }

  private List<String> speakers(List<CorpusCount> counts) {
    TextTable table = new TextTable("CORPUS", "CLIPS PER SPEAKER");
    for (CorpusCount count : counts) {
      Map<Integer, List<String>> byNumber = new TreeMap<>();
      count
          .speakers()
          .forEach(
              (speaker, clips) ->
                  byNumber
                      .computeIfAbsent(clips, number -> new ArrayList<>())
                      .add(speaker.substring(speaker.indexOf(':') + 1)));
      byNumber.forEach((clips, names) -> table.row(count.corpus(), clips + ": " + names(names)));
    }
    return table.lines(style);
  }

  private static String names(List<String> names) {
    List<String> sorted = names.stream().sorted().toList();
    return sorted.size() <= SHOWN
        ? String.join(" ", sorted)
        : "%s ... %s (%d speakers)"
            .formatted(sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
  }

  private void rejects(List<Reject> rejects, List<String> lines) {
    if (rejects.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("REJECTED", "REASON", "DETAIL");
    rejects.stream()
        .limit(SHOWN)
        .forEach(reject -> table.row(reject.path(), reject.reason(), reject.detail()));
    lines.add("");
    lines.addAll(table.lines(style));
    more(rejects.size(), lines);
  }

  private void duplicates(List<List<String>> duplicates, List<String> lines) {
    if (duplicates.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.bold("SAME SOUND"));
    duplicates.stream().limit(SHOWN).forEach(paths -> lines.add(String.join("  =  ", paths)));
    more(duplicates.size(), lines);
  }

  private void more(int size, List<String> lines) {
    if (size > SHOWN) {
      lines.add(style.dim("and %d more; --json lists all".formatted(size - SHOWN)));
    }
  }
}
