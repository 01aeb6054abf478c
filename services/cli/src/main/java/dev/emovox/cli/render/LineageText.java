package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.graph.Outline;
import dev.emovox.lineage.graph.OutlineLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was made from what, as trees. */
public final class LineageText {
  private static final int DIGEST_CHARACTERS = 19;

  /** Facts that fit behind a node, and how they read. */
  private static final Map<String, String> FACTS =
      Map.of(
          "aliases", "%s",
          "accuracy", "accuracy %s",
          "by", "by %s",
          "reason", "“%s”",
          "rejected", "rejected: %s",
          "state", "%s",
          "emotion", "%s");

  private static final Set<NodeKind> COUNTED =
      Set.of(NodeKind.CORPUS, NodeKind.MANIFEST, NodeKind.EVALUATION);

  private final Style style;

  public LineageText(Style style) {
    this.style = style;
  }

  /** The graph from its subject in the directions that were asked for. */
  public List<String> lines(LineageGraph graph, Direction direction) {
    List<String> lines = new ArrayList<>();
    List<OutlineLine> up = direction.up() ? Outline.up(graph) : List.of();
    List<OutlineLine> down = direction.down() ? Outline.down(graph) : List.of();
    lines.add(text((up.isEmpty() ? down : up).get(0)));
    add(lines, "Made from", up);
    add(lines, down.size() > 1 && isRun(graph) ? "Its stages" : "What came of it", down);
    if (up.size() + down.size() < 3 && lines.size() == 1) {
      lines.add(style.dim("Nothing else is known of it."));
    }
    graph.notices().forEach(notice -> lines.add(style.warning("note: ") + printable(notice)));
    lines.add("");
    lines.add(
        style.dim(
            "Go on with an id from here: ./emovox lineage ID; --format html --out FILE draws it,"
                + " --json has all of it."));
    return lines;
  }

  private static boolean isRun(LineageGraph graph) {
    return graph.node(graph.subject()).kind() == NodeKind.RUN;
  }

  private void add(List<String> lines, String heading, List<OutlineLine> outline) {
    if (outline.size() > 1) {
      lines.add("");
      lines.add(style.bold(heading));
      outline.stream()
          .skip(1)
          .forEach(
              line -> {
                lines.add(style.dim(indent(line, line.hidden() > 0)) + text(line));
                if (line.hidden() > 0) {
                  lines.add(
                      style.dim(indent(line, false) + "… and %d more".formatted(line.hidden())));
                }
              });
    }
  }

  private static String indent(OutlineLine line, boolean goesOn) {
    StringBuilder indent = new StringBuilder();
    int last = line.branches().size() - 1;
    line.branches().subList(0, last).forEach(more -> indent.append(more ? "│  " : "   "));
    return indent.append(line.branches().get(last) || goesOn ? "├─ " : "└─ ").toString();
  }

  private String text(OutlineLine line) {
    LineageNode node = line.node();
    StringBuilder text = new StringBuilder(style.good(kind(line))).append(' ');
    text.append(style.bold(printable(node.label())));
    node.digest()
        .ifPresent(digest -> text.append("  ").append(style.warning(shortened(digest.toString()))));
    text.append(style.dim(facts(node)));
    if (!line.madeBy().isEmpty()) {
      text.append(style.dim("  made by " + String.join(", ", line.madeBy())));
    }
    return line.repeated() ? text.append(style.dim("  (above)")).toString() : text.toString();
  }

  /** Of clips their part says more than that they are clips. */
  private static String kind(OutlineLine line) {
    NodeKind kind = line.node().kind();
    boolean group = kind == NodeKind.CLIP && line.node().facts().containsKey("part");
    boolean use = Set.of("train", "validation", "test").contains(line.role());
    if (group) {
      return line.role().isEmpty() ? line.node().facts().get("part") : line.role();
    }
    return use ? line.role() + ": " + kind.word() : kind.word();
  }

  private static String facts(LineageNode node) {
    StringBuilder text = new StringBuilder();
    if (COUNTED.contains(node.kind()) && node.facts().containsKey("clips")) {
      String clips = node.facts().get("clips");
      text.append("  ").append(clips).append(clips.equals("1") ? " clip" : " clips");
    }
    node.facts()
        .forEach(
            (name, value) -> {
              if (FACTS.containsKey(name)) {
                text.append("  ").append(FACTS.get(name).formatted(printable(value)));
              }
            });
    return text.toString();
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(DIGEST_CHARACTERS, digest.length()));
  }

  /** Names of files are made by anyone, and terminals obey control characters. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}|[\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
  }
}
