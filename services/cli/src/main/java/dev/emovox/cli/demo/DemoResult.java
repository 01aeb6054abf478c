package dev.emovox.cli.demo;

import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.domain.Digest;

/**
 * What the demonstration made.
 *
 * @param run the run's id
 * @param model the promoted model
 * @param prediction one clip's outcome
 * @param links where to look
 */
public record DemoResult(String run, Model model, FileOutcome prediction, Links links) {

  /**
   * The promoted model.
   *
   * @param name in the registry
   * @param version in the registry
   * @param digest its package
   */
  public record Model(String name, String version, Digest digest) {}

  /** Addresses for a browser; each null where it is not known. */
  public record Links(String temporal, String mlflow, String serving, String openapi) {}
}
