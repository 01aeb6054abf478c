package dev.emovox.serving.prediction;

/**
 * The time from one answer to the next while there is work: the mean over the last few dozen, older
 * ones counting less and less. A batch that ends at once counts as one long and many short times,
 * so that the mean is still that of one request. Not safe for use by several threads.
 */
final class ServiceTime {
  private static final double FADING = 0.95;

  private double answers;
  private double busy;

  /** Counts an answer that came so many nanoseconds of work after the one before. */
  void ended(long nanoseconds) {
    answers = FADING * answers + 1;
    busy = FADING * busy + nanoseconds;
  }

  /** The mean in nanoseconds; 0 before the first answer. */
  double nanoseconds() {
    return answers == 0 ? 0 : busy / answers;
  }
}
