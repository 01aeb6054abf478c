package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.cli.augmentation.AugmentedClip;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.ClipVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A version of a clip that was written to be heard.
 *
 * @param path of its file
 * @param pipeline name of the preset
 * @param seed as it was given
 * @param version its number, from 1
 * @param sampleRate hertz
 * @param seconds how long it is
 * @param attenuationDecibels by how much it was made softer so that nothing is clipped
 * @param fixed what was done, if it is the same for every clip
 * @param steps what was drawn and done otherwise, in order
 */
public record AugmentationDocument(
    String path,
    String pipeline,
    long seed,
    int version,
    int sampleRate,
    double seconds,
    double attenuationDecibels,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ClipVersion> fixed,
    List<Step> steps) {

  /**
   * A step.
   *
   * @param colour of noise
   * @param parameter what was drawn, if anything was
   * @param value the number
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Step(
      String kind, Optional<String> colour, Optional<String> parameter, Optional<Double> value) {
    static Step of(AugmentationStep step) {
      return new Step(
          step.kind(),
          step instanceof AugmentationStep.Noise noise
              ? Optional.of(noise.colour().written())
              : Optional.empty(),
          step.strength().map(AugmentationStep.Strength::key),
          step.strength().map(its -> its.span().least()));
    }
  }

  /** The document of a version. */
  public static AugmentationDocument of(
      Path path, Request request, int version, AugmentedClip made) {
    return new AugmentationDocument(
        path.toString(),
        request.preset(),
        request.seed(),
        version,
        made.clip().sampleRate(),
        made.clip().seconds(),
        Math.round(made.attenuation() * 100) / 100.0,
        made.version(),
        made.steps().stream().map(Step::of).toList());
  }

  /** What was asked for. */
  public record Request(String preset, long seed) {}
}
