package dev.emovox.audit.evidence;

import java.util.function.Supplier;

/** Something that is read when it is first asked for, and kept. Not safe for several threads. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private T value;

  Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
