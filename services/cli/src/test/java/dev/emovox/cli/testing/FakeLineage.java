package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.LineageAccess;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.GraphIndex;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.graph.Walk;
import dev.emovox.records.RunRecord;
import java.util.Map;
import java.util.Optional;

/** The lineage of version 3, whose corpus has a name that terminals and browsers would obey. */
public final class FakeLineage implements LineageAccess {
  public static final String HOSTILE = "<script>\u001b[31mred</script>";

  /** A run whose end nobody recorded. */
  public static final String WITHOUT_END = "demo-20260131-142502-9c4f";

  @Override
  public LineageGraph trace(LineageQuestion question) {
    if (!question.id().equals("3")) {
      throw new InvalidInputException("Nothing is known of '" + question.id() + "'.");
    }
    GraphIndex index = new GraphIndex();
    LineageNode version =
        LineageNode.of("emovox/3", NodeKind.VERSION, "emovox/3", Map.of("aliases", "champion"));
    index.add(version);
    String manifest = artefact(index, "manifest", NodeKind.MANIFEST);
    String packed = artefact(index, "package", NodeKind.PACKAGE);
    index.add(LineageNode.of("corpus:x", NodeKind.CORPUS, HOSTILE, Map.of("clips", "8")));
    index.connect("corpus:x", manifest, "clips");
    index.connect(manifest, packed, "clips");
    index.connect(packed, "emovox/3", "registered");
    return new Walk(index, version, question.depth()).graph(question.direction());
  }

  private static String artefact(GraphIndex index, String name, NodeKind kind) {
    Digest digest = Statuses.digest(name);
    index.add(LineageNode.of(digest, kind, name, Map.of()).at("s3://emovox/" + name));
    return digest.toString();
  }

  @Override
  public RunRecord run(String id) {
    if (id.equals(WITHOUT_END)) {
      return new RunRecord(Plans.recorded(id, "name: demo\n"), Optional.empty());
    }
    if (!id.equals(Statuses.RUN)) {
      throw new InvalidInputException("There is no record of a run '" + id + "'.");
    }
    return new RunRecord(Plans.recorded(id, "name: demo\n"), Optional.of(Statuses.done()));
  }

  @Override
  public void close() {}
}
