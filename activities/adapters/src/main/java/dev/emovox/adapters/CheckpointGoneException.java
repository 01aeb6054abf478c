package dev.emovox.adapters;

import dev.emovox.domain.WorkFailedException;

/**
 * The checkpoint that training goes on from is no longer there, or no longer what was stored. What
 * made it can be done again; the workflow does so.
 */
public final class CheckpointGoneException extends WorkFailedException {
  private static final long serialVersionUID = 1L;

  /** A failure with the object that is gone in its message. */
  public CheckpointGoneException(String message, Throwable cause) {
    super(message, cause);
  }
}
