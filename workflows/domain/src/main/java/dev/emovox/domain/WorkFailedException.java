package dev.emovox.domain;

/**
 * The work was well asked for and could be tried, and failed: an artefact whose bytes changed, a
 * leaking split, a model that can't be promoted. Not retried.
 */
public non-sealed class WorkFailedException extends EmovoxException {
  private static final long serialVersionUID = 1L;

  public WorkFailedException(String message) {
    this(message, null);
  }

  public WorkFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
