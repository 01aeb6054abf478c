package dev.emovox.adapters;

import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of training clips as parameters of the models that learn from them. */
final class AugmentationParams {
  private static final int LONGEST = 4000;

  private AugmentationParams() {}

  static Map<String, String> of(OfflineAugmentation augmentation) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("augmentation", augmentation.called());
    params.put("augmentation_copies", Integer.toString(augmentation.copies()));
    params.put("augmentation_sample_rate", Integer.toString(augmentation.sampleRate()));
    params.put("augmentation_steps", text(augmentation.steps()));
    return params;
  }

  private static String text(List<AugmentationStep> steps) {
    String text = new String(new SnakeCaseJson().write(steps), StandardCharsets.UTF_8).strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
