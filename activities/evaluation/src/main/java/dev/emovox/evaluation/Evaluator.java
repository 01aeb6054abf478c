package dev.emovox.evaluation;

import dev.emovox.domain.LabelSet;
import java.util.List;

/** Scores predictions. Immutable and safe for use by several threads. */
public final class Evaluator {
  @SuppressWarnings("UnusedVariable")
  private final Bootstrap bootstrap;

  public Evaluator(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** The report on {@code clips}, which does not depend on their order. */
  public EvaluationReport evaluate(LabelSet labels, List<ScoredClip> clips) {
    return pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
