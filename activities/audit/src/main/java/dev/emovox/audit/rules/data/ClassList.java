package dev.emovox.audit.rules.data;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.LabelSet;
import java.util.Optional;
import java.util.stream.Stream;

/** The ordered list of classes is the same wherever a model's numbers are read by it. */
public final class ClassList implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "class-list-reordered",
          "Class names are not in the order in which the model numbers its classes: results are printed under the wrong emotions.",
          "Don't use results or model. Run the experiment again from unchanged artefacts.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    return Stream.of(
            differs(model, "the report", model.report().labels()),
            differs(model, "the package", model.packaged().labels()))
        .flatMap(Optional::stream);
  }

  private static Optional<Breach> differs(TestedModel model, String where, LabelSet found) {
    LabelSet expected = model.run().labels();
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            new Breach(
                model.subject(),
                "%s has %s (%s), the run %s (%s)"
                    .formatted(
                        where,
                        found.labels(),
                        found.digest(),
                        expected.labels(),
                        expected.digest())));
  }
}
