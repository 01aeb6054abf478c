package dev.emovox.wav2vec2.checkpoint.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stack, marks and memo of the machine, limited in size. */
final class ValueStack {
  /** Ten times what the largest published model needs. */
  private static final int MOST_STEPS = 250_000;

  private final PickleInput in;
  private final List<Object> values = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Long, Object> memo = new HashMap<>();
  private int steps;

  ValueStack(PickleInput in) {
    this.in = in;
  }

  void push(Object value) {
    count();
    values.add(value);
  }

  /** Every instruction that makes something counts, so that a small pickle can't make much. */
  private void count() {
    steps++;
    if (steps > MOST_STEPS) {
      throw in.malformed("more than %d values".formatted(MOST_STEPS));
    }
  }

  void mark() {
    count();
    marks.push(values.size());
  }

  Object pop() {
    requireOne();
    return values.remove(values.size() - 1);
  }

  /** The topmost value, which stays. */
  Object top() {
    requireOne();
    return values.get(values.size() - 1);
  }

  private void requireOne() {
    int floor = marks.isEmpty() ? 0 : marks.peek();
    if (values.size() <= floor) {
      throw in.malformed("an instruction that takes a value where there is none");
    }
  }

  /** The {@code count} topmost values as a tuple. */
  PythonTuple popTuple(int count) {
    Object[] elements = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      elements[i] = pop();
    }
    return new PythonTuple(List.of(elements));
  }

  /** All values above the last mark, which goes too. */
  List<Object> popToMark() {
    if (marks.isEmpty()) {
      throw in.malformed("an instruction that takes a mark where there is none");
    }
    List<Object> above = values.subList(marks.pop(), values.size());
    List<Object> popped = List.copyOf(above);
    above.clear();
    return popped;
  }

  void remember(long key) {
    count();
    memo.put(key, top());
  }

  /** Remembers under the next free number. */
  void remember() {
    remember(memo.size());
  }

  void recall(long key) {
    Object value = memo.get(key);
    if (value == null) {
      throw in.malformed("a reference to value %d, which was not remembered".formatted(key));
    }
    push(value);
  }

  /** The one value that is left at the end. */
  Object result() {
    Object result = pop();
    if (!values.isEmpty() || !marks.isEmpty()) {
      throw in.malformed("an end with values left over");
    }
    return result;
  }
}
