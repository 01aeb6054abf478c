package dev.emovox.serving.problem;

/** Ends a request with a problem that the HTTP layer itself found. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  public ProblemException(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  /** The kind of problem. */
  public ProblemType type() {
    return type;
  }
}
