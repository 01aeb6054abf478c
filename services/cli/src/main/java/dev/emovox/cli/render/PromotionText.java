package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.PromotionDocument;
import dev.emovox.contracts.PromotionState;
import java.util.ArrayList;
import java.util.List;

/** The list of promotions. */
public final class PromotionText {
  private final Style style;

  public PromotionText(Style style) {
    this.style = style;
  }

  /** Promotions, and what can be said to the one that waits. */
  public List<String> list(List<PromotionDocument> promotions) {
    if (promotions.isEmpty()) {
      return List.of(
          "No promotions that Temporal remembers. `./emovox ledger list` has all decisions.");
    }
    TextTable table = new TextTable("PROMOTION", ">VERSION", "STATE", "BY", "GATE", ">ENTRY");
    promotions.forEach(its -> table.row(row(its)));
    List<String> lines = new ArrayList<>(table.lines(style));
    promotions.stream()
        .filter(its -> its.state() == PromotionState.WAITING_FOR_APPROVAL)
        .forEach(
            its ->
                lines.add(
                    "%s waits until %s: `./emovox approve %s --by NAME` or `./emovox reject %s --by NAME --reason TEXT`."
                        .formatted(its.id(), its.approval().until(), its.id(), its.id())));
    promotions.stream()
        .flatMap(its -> its.objections().stream().map(why -> its.id() + ": " + why))
        .forEach(lines::add);
    return lines;
  }

  private static String[] row(PromotionDocument its) {
    return new String[] {
      its.id(),
      its.version() == null ? "-" : its.version(),
      PromotionWords.of(its.state()),
      its.by(),
      its.gate() == null ? "-" : its.gate(),
      its.entry() == null ? "-" : its.entry().toString()
    };
  }
}
