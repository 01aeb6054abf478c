package dev.emovox.cli.console;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;

/**
 * An error as the user is told of it.
 *
 * @param kind a stable word for scripts
 * @param message one paragraph: what, where, what to do
 * @param exitCode the process' exit status
 */
public record Failure(String kind, String message, int exitCode) {

  /** The kind of a wrong command line. */
  public static final String USAGE = "usage";

  /** Tells errors that someone can act on from bugs. */
  public static Failure of(Throwable thrown) {
    return thrown instanceof EmovoxException known
        ? new Failure(kind(known), known.getMessage(), known.exitCode())
        : bug(thrown);
  }

  private static String kind(EmovoxException failure) {
    if (failure instanceof InvalidInputException) {
      return "invalid_input";
    }
    if (failure instanceof ServerUnavailableException) {
      return "server_unavailable";
    }
    return failure instanceof WorkFailedException ? "work_failed" : "bug";
  }

  private static Failure bug(Throwable thrown) {
    String what = thrown.getClass().getSimpleName();
    String detail = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return new Failure(
        "bug",
        "This is a bug in Emovox (%s%s). Run the command again with --debug and report what it prints."
            .formatted(what, detail),
        ExitCode.FAILED.status());
  }
}
