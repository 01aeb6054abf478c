package dev.emovox.cli.command;

import dev.emovox.contracts.PromotionOpinion;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Which promotion somebody has an opinion of, and who. Filled in by the command line's parser; why
 * is each command's own option, for a refusal needs it.
 */
final class OpinionOptions {

  @Parameters(
      paramLabel = "ID",
      description = "The promotion, as `promotions` lists it, or the version that it is about.")
  private String id;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      required = true,
      description = "Your name, recorded as it is typed: nobody checks it.")
  private String by;

  /** The opinion. */
  PromotionOpinion because(String reason) {
    return new PromotionOpinion(id, by, reason);
  }
}
