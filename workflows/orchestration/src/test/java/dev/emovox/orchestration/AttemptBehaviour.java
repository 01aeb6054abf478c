package dev.emovox.orchestration;

/** What a fake activity does before it answers: fail, wait, or nothing. */
@FunctionalInterface
interface AttemptBehaviour {
  /** Called with the number of the attempt, counted from one. */
  void on(int attempt);
}
