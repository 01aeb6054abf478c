package dev.emovox.report.page;

import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.RunFacts;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Cell;
import dev.emovox.report.html.Element;
import dev.emovox.report.html.Table;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Where everything is, what its bytes must be, and how to check that. */
final class ProvenanceSection {
  private ProvenanceSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    content.add(digests(report));
    content.add(mlflow(report.run()));
    content.add(
        Parts.paragraph(
            "To check it: these recompute digests and scores, and walk from any of it to the clips."));
    content.add(
        Element.of(
                "pre",
                "./emovox audit %1$s\n./emovox lineage %1$s\n./emovox show %1$s --json"
                    .formatted(report.run().id()))
            .with("tabindex", "0"));
    if (!report.artifacts().isEmpty()) {
      content.add(
          Parts.folded(
              "All %d artefacts of the run".formatted(report.artifacts().size()),
              false,
              List.of(artifacts(report))));
    }
    return new Section("provenance", "Provenance", content);
  }

  private static Element digests(RunReport report) {
    Table table = new Table("Digests (SHA-256)", "What", "Digest");
    table.row(Cell.heading("configuration"), code(report.run().configuration().toString()));
    if (report.speech() != null && report.speech().manifest() != null) {
      table.row(Cell.heading("manifest"), code(report.speech().manifest().digest().toString()));
    }
    for (ModelResult model : report.models()) {
      if (model.modelPackage() != null) {
        String registered = model.registered() ? " (registered)" : "";
        table.row(
            Cell.heading(
                "package of %s on %s%s".formatted(model.name(), model.split(), registered)),
            code(model.modelPackage().toString()));
      }
    }
    return table.element();
  }

  private static Element mlflow(RunFacts run) {
    if (run.mlflowRun() == null) {
      return Parts.paragraph("The run is not in MLflow.");
    }
    Element words = Element.of("p").text("In MLflow: ");
    return isWebAddress(run.mlflowLink())
        ? words.add(Element.of("a", "run " + run.mlflowRun()).with("href", run.mlflowLink()))
        : words.text("run " + run.mlflowRun());
  }

  private static boolean isWebAddress(String link) {
    return link != null && (link.startsWith("http://") || link.startsWith("https://"));
  }

  private static Element artifacts(RunReport report) {
    Table table = new Table("Artefacts", "Stage", "Output", ">Size", "Digest", "Address");
    report
        .artifacts()
        .forEach(
            artifact ->
                table.row(
                    Cell.heading(artifact.stage()),
                    Cell.of(artifact.output()),
                    Cell.number(Numbers.size(artifact.bytes())),
                    code(artifact.digest().toString()),
                    code(artifact.uri())));
    return table.element();
  }

  private static Cell code(String text) {
    return Cell.of(Element.of("code", text));
  }
}
