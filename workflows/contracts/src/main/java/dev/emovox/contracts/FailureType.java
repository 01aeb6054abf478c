package dev.emovox.contracts;

/** The types of application failure that activities report to Temporal. */
public final class FailureType {
  /** The request, configuration or data is wrong; never retried. */
  public static final String INVALID_INPUT = "InvalidInput";

  /** A server is away; retried until it is back. */
  public static final String SERVER_UNAVAILABLE = "ServerUnavailable";

  /** The work was tried and failed; never retried. */
  public static final String WORK_FAILED = "WorkFailed";

  /**
   * The checkpoint that an epoch goes on from is no longer kept; not retried as it is, but trained
   * again.
   */
  public static final String CHECKPOINT_GONE = "CheckpointGone";

  /** Anything unexpected; retried a few times in case it passes, then loud. */
  public static final String BUG = "Bug";

  private FailureType() {}
}
