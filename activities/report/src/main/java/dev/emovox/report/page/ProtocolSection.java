package dev.emovox.report.page;

import dev.emovox.report.data.ProtocolStep;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.Element;
import java.util.ArrayList;
import java.util.List;

/** How everything was done, in words. */
final class ProtocolSection {
  private ProtocolSection() {}

  static Section of(RunReport report) {
    List<Element> content = new ArrayList<>();
    for (ProtocolStep step : report.protocol()) {
      if (!step.sentences().isEmpty()) {
        content.add(Parts.heading(step.title()));
        content.add(Parts.list(step.sentences()));
      }
    }
    return new Section("protocol", "Protocol", content);
  }
}
