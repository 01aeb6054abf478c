package dev.emovox.report.words;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.OfflineAugmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is done to training clips, in words. */
final class AugmentationWords {
  private AugmentationWords() {}

  static String of(OfflineAugmentation copies) {
    return "%s of each training clip, made after the split (%s): %s"
        .formatted(
            copies.copies() == 1 ? "one changed copy" : copies.copies() + " changed copies",
            copies.called(),
            steps(copies.steps()));
  }

  /** What is drawn anew in each epoch; empty if nothing is done. */
  static String of(AugmentationSettings settings) {
    List<String> words = new ArrayList<>();
    if (settings.probability() > 0) {
      words.add(
          "with probability %s, gain up to %s dB, noise at no less than %s dB, a shift up to %s s, speed by up to %s"
              .formatted(
                  Numbers.setting(settings.probability()),
                  Numbers.setting(settings.gainDecibels()),
                  Numbers.setting(settings.noiseDecibels()),
                  Numbers.setting(settings.shiftSeconds()),
                  Numbers.setting(settings.speed())));
    }
    if (!settings.steps().isEmpty()) {
      words.add(steps(settings.steps()));
    }
    return String.join("; ", words);
  }

  private static String steps(List<AugmentationStep> steps) {
    return steps.stream().map(AugmentationWords::step).collect(Collectors.joining(", "));
  }

  private static String step(AugmentationStep step) {
    String strength =
        step.strength()
            .map(
                its ->
                    " (%s %s to %s)"
                        .formatted(
                            its.key().replace('_', ' '),
                            Numbers.setting(its.span().least()),
                            Numbers.setting(its.span().most())))
            .orElse("");
    String often =
        step.probability() >= 1 ? "" : " with probability " + Numbers.setting(step.probability());
    return step.kind().replace('-', ' ') + strength + often;
  }
}
