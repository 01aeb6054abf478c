package dev.emovox.cli.experiment;

import dev.emovox.domain.AugmentationStep;
import java.util.List;

/**
 * What must hold in the steps of an augmentation.
 *
 * @param require what does not hold is an error with its place
 */
record StepRules(Requirements require) {

  /** Checks the steps that are written at {@code path}. */
  void check(String path, List<AugmentationStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      String step = path + "[" + i + "].";
      steps.get(i).complaint().ifPresent(its -> refuse(step, its));
    }
  }

  /** A complaint begins with the key. */
  private void refuse(String path, String complaint) {
    int space = complaint.indexOf(' ');
    require.that(false, path + complaint.substring(0, space), complaint.substring(space + 1));
  }
}
