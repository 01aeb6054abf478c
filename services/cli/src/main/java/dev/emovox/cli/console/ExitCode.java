package dev.emovox.cli.console;

/** What the process' exit status tells scripts. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** The work was tried and failed: a run, a check, a prediction. */
  FAILED(1),
  /** The request is wrong: usage, configuration, input files. */
  WRONG_REQUEST(2),
  /** A server can't be reached. */
  SERVER_AWAY(3),
  /** What was looked at is not in order. */
  FOUND(4),
  /** Interrupted by the user. */
  INTERRUPTED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The number that the shell sees. */
  public int status() {
    return status;
  }
}
