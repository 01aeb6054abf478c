package dev.emovox.lineage.page;

import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.pictures.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All nodes as a table, with all that is known of them and links to those beside them. */
final class NodeTable {
  private static final int MOST_LINKS = 60;

  private final LineageGraph graph;
  private final Map<String, String> rows;
  private final Map<String, LineageNode> nodes = new HashMap<>();
  private final Map<String, List<LineageEdge>> before;
  private final Map<String, List<LineageEdge>> after;

  private NodeTable(LineageGraph graph) {
    this.graph = graph;
    this.rows = Rows.ids(graph);
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    this.before = graph.edges().stream().collect(Collectors.groupingBy(LineageEdge::to));
    this.after = graph.edges().stream().collect(Collectors.groupingBy(LineageEdge::from));
  }

  static String of(LineageGraph graph) {
    NodeTable table = new NodeTable(graph);
    return graph.nodes().stream()
        .map(table::row)
        .collect(
            Collectors.joining(
                "",
                """
                <table>
                <thead><tr><th scope="col">What</th><th scope="col">Details</th><th scope="col">Made from</th><th scope="col">What came of it</th></tr></thead>
                <tbody>
                """,
                "</tbody>\n</table>\n"));
  }

  private String row(LineageNode node) {
    return """
        <tr id="%s"%s>
        <th scope="row"><span class="kind">%s</span> %s</th>
        <td>%s</td>
        <td data-label="Made from">%s</td>
        <td data-label="What came of it">%s</td>
        </tr>
        """
        .formatted(
            rows.get(node.id()),
            node.id().equals(graph.subject()) ? " class=\"subject\"" : "",
            node.kind().word(),
            SafeText.of(node.label()),
            details(node),
            links(before.getOrDefault(node.id(), List.of()), LineageEdge::from),
            links(after.getOrDefault(node.id(), List.of()), LineageEdge::to));
  }

  private static String details(LineageNode node) {
    StringBuilder details = new StringBuilder("<dl>");
    node.digest().ifPresent(digest -> detail(details, "digest", digest.toString()));
    node.uri().ifPresent(uri -> detail(details, "address", uri));
    node.facts().forEach((name, value) -> detail(details, name.replace('_', ' '), value));
    return details.append("</dl>").toString();
  }

  private static void detail(StringBuilder details, String name, String value) {
    details.append(
        "<div><dt>%s</dt> <dd>%s</dd></div>".formatted(SafeText.of(name), SafeText.of(value)));
  }

  private String links(List<LineageEdge> edges, Function<LineageEdge, String> other) {
    if (edges.isEmpty()) {
      return "–";
    }
    StringBuilder links = new StringBuilder("<ul>");
    edges.stream()
        .limit(MOST_LINKS)
        .forEach(
            edge -> {
              LineageNode node = nodes.get(other.apply(edge));
              links.append(
                  "<li><a href=\"#%s\">%s %s</a> <span class=\"as\">%s</span></li>"
                      .formatted(
                          rows.get(node.id()),
                          node.kind().word(),
                          SafeText.of(node.label()),
                          SafeText.of(edge.role())));
            });
    if (edges.size() > MOST_LINKS) {
      links.append("<li>and %d more</li>".formatted(edges.size() - MOST_LINKS));
    }
    return links.append("</ul>").toString();
  }
}
