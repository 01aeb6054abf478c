package dev.emovox.gate;

/** A check could not be made, which is a failure of the check and of nothing else. */
final class NotJudgedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotJudgedException(String why) {
    super(why);
  }
}
