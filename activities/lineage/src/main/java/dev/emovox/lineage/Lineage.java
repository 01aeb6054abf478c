package dev.emovox.lineage;

import dev.emovox.lineage.building.Chronicle;
import dev.emovox.lineage.clips.PartGroups;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.graph.Walk;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.lineage.source.LineageSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers what something was made from, and what was made from it. Reads everything anew each time;
 * nothing is written. Safe for use by several threads as far as its source is.
 *
 * @param source what is kept
 * @param traces the predictions
 * @param model the registered model that bare version numbers are of
 */
public record Lineage(LineageSource source, PredictionTraces traces, String model) {

  /**
   * The graph around what a question is about.
   *
   * @throws dev.emovox.domain.InvalidInputException if that is not known, or could be several
   *     things
   * @throws dev.emovox.domain.ServerUnavailableException if a server is away
   */
  public LineageGraph trace(LineageQuestion question) {
    Chronicle chronicle = new Chronicle(source, model);
    SubjectSearch search = new SubjectSearch(source, traces, chronicle);
    LineageNode subject = search.find(question.id(), model);
    if (subject.kind() == NodeKind.RUN) {
      chronicle.addStages(subject.id());
    }
    List<String> notices = new ArrayList<>(chronicle.notices());
    notices.addAll(search.notices());
    LineageGraph graph = walk(chronicle, subject, question);
    if (question.direction().up() && subject.kind() != NodeKind.CLIP) {
      notices.addAll(new PartGroups(chronicle.index(), source).add(graph));
      graph = walk(chronicle, subject, question);
    }
    notices.addAll(graph.notices());
    return new LineageGraph(graph.subject(), graph.nodes(), graph.edges(), notices);
  }

  private static LineageGraph walk(
      Chronicle chronicle, LineageNode subject, LineageQuestion question) {
    return new Walk(chronicle.index(), subject, question.depth()).graph(question.direction());
  }
}
