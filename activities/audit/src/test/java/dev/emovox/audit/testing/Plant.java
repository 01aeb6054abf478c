package dev.emovox.audit.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What goes wrong in the making of a run, by step; what is made after it follows from it. */
public final class Plant {
  private final Map<Step<?>, UnaryOperator<?>> changes = new HashMap<>();

  /** Nothing goes wrong. */
  public static Plant nothing() {
    return new Plant();
  }

  /** One step gives something else. */
  public static <T> Plant at(Step<T> step, UnaryOperator<T> change) {
    return nothing().and(step, change);
  }

  /** Another step, too. */
  public <T> Plant and(Step<T> step, UnaryOperator<T> change) {
    changes.put(step, change);
    return this;
  }

  @SuppressWarnings("unchecked") // and() puts a change of the step's own type only.
  <T> T apply(Step<T> step, T made) {
    UnaryOperator<T> change =
        (UnaryOperator<T>) changes.getOrDefault(step, UnaryOperator.identity());
    return change.apply(made);
  }
}
