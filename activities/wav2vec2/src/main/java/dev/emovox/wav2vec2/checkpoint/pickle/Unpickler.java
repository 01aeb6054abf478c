package dev.emovox.wav2vec2.checkpoint.pickle;

import dev.emovox.domain.InvalidInputException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pickle machine that builds data and nothing else. Its values are {@link Long}, {@link
 * BigInteger}, {@link Double}, {@link Boolean}, {@link String}, {@link List}, {@link Map} with
 * string or integer keys, tuples, None, {@link StorageReference} and {@link TensorReference}.
 *
 * <p>Time and memory are bounded by the pickle's length, which is limited, and by a limit on how
 * many values it makes; nothing recurses.
 */
final class Unpickler {
  private static final int HIGHEST_PROTOCOL = 5;
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final PickleInput in;
  private final ValueStack stack;
  private final Calls calls;

  private Unpickler(PickleInput in) {
    this.in = in;
    this.stack = new ValueStack(in);
    this.calls = new Calls(in);
  }

  /**
   * Reads one pickle.
   *
   * @param source the file's name, for messages
   * @param bytes begin with the pickle; on return the position is after its end
   * @throws InvalidInputException if it is malformed or uses anything else than data
   */
  static Object load(String source, ByteBuffer bytes) {
    PickleInput in = new PickleInput(source, bytes);
    Object value = new Unpickler(in).run();
    bytes.position(bytes.position() + in.position());
    return value;
  }

  private Object run() {
    while (true) {
      int code = in.unsignedByte();
      Opcode opcode =
          Opcode.of(code)
              .orElseThrow(() -> in.malformed("an unknown instruction %d".formatted(code)));
      if (opcode == Opcode.STOP) {
        return stack.result();
      }
      execute(opcode);
    }
  }

  private void execute(Opcode opcode) {
    switch (opcode) {
      case PROTO -> protocol();
      case FRAME -> in.signedLong();
      case MARK -> stack.mark();
      case BINGET -> stack.recall(in.unsignedByte());
      case LONG_BINGET -> stack.recall(in.unsignedInt());
      case BINPUT -> stack.remember(in.unsignedByte());
      case LONG_BINPUT -> stack.remember(in.unsignedInt());
      case MEMOIZE -> stack.remember();
      case EMPTY_LIST -> stack.push(new ArrayList<>());
      case APPEND -> append(List.of(stack.pop()));
      case APPENDS -> append(stack.popToMark());
      case EMPTY_TUPLE -> stack.push(new PythonTuple(List.of()));
      case TUPLE -> stack.push(new PythonTuple(stack.popToMark()));
      case TUPLE1 -> stack.push(stack.popTuple(1));
      case TUPLE2 -> stack.push(stack.popTuple(2));
      case TUPLE3 -> stack.push(stack.popTuple(3));
      case EMPTY_DICT -> stack.push(new LinkedHashMap<>());
      case SETITEM -> setItems(stack.popTuple(2).elements());
      case SETITEMS -> setItems(stack.popToMark());
      case GLOBAL -> stack.push(global(in.line(), in.line()));
      case STACK_GLOBAL -> stackGlobal();
      case REDUCE -> reduce();
      case BUILD -> build();
      case BINPERSID -> stack.push(calls.storage(stack.pop()));
      default -> stack.push(constant(opcode));
    }
  }

  private Object constant(Opcode opcode) {
    return switch (opcode) {
      case NONE -> PythonNone.NONE;
      case NEWTRUE -> true;
      case NEWFALSE -> false;
      case BININT -> (long) in.signedInt();
      case BININT1 -> (long) in.unsignedByte();
      case BININT2 -> (long) in.unsignedShort();
      case LONG1 -> narrowed(in.integer(in.unsignedByte()));
      case LONG4 -> narrowed(in.integer(in.signedInt()));
      case BINFLOAT -> in.bigEndianDouble();
      case BINUNICODE -> in.text(in.unsignedInt());
      case SHORT_BINUNICODE -> in.text(in.unsignedByte());
      case BINUNICODE8 -> in.text(in.signedLong());
      // Python 2 wrote names as byte strings.
      case BINSTRING -> in.text(in.signedInt());
      case SHORT_BINSTRING -> in.text(in.unsignedByte());
      default -> throw in.refused("the instruction " + opcode);
    };
  }

  private static Object narrowed(BigInteger integer) {
    boolean fits = integer.compareTo(LEAST) >= 0 && integer.compareTo(MOST) <= 0;
    return fits ? (Object) integer.longValue() : integer;
  }

  private void protocol() {
    int protocol = in.unsignedByte();
    if (protocol > HIGHEST_PROTOCOL) {
      throw in.malformed(
          "protocol %d; the highest known is %d".formatted(protocol, HIGHEST_PROTOCOL));
    }
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> values) {
    if (!(stack.top() instanceof List<?> list)) {
      throw in.malformed("an element for what is no list");
    }
    ((List<Object>) list).addAll(values);
  }

  @SuppressWarnings("unchecked")
  private void setItems(List<Object> keysAndValues) {
    if (!(stack.top() instanceof Map<?, ?> map) || keysAndValues.size() % 2 != 0) {
      throw in.malformed("an entry for what is no dictionary, or a key without value");
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      if (!(key instanceof String || key instanceof Long)) {
        throw in.malformed("a key that is neither string nor integer");
      }
      if (((Map<Object, Object>) map).put(key, keysAndValues.get(i + 1)) != null) {
        throw in.malformed("the key %s twice".formatted(key));
      }
    }
  }

  private void stackGlobal() {
    PythonTuple names = stack.popTuple(2);
    if (!(names.get(0) instanceof String module) || !(names.get(1) instanceof String attribute)) {
      throw in.malformed("a name that is no string");
    }
    stack.push(global(module, attribute));
  }

  private KnownGlobal global(String module, String attribute) {
    return KnownGlobal.of(module, attribute)
        .orElseThrow(() -> in.refused("the name " + module + "." + attribute));
  }

  private void reduce() {
    PythonTuple callAndArguments = stack.popTuple(2);
    if (!(callAndArguments.get(0) instanceof KnownGlobal function)
        || !(callAndArguments.get(1) instanceof PythonTuple arguments)) {
      throw in.refused("a call of what is no known function");
    }
    stack.push(calls.call(function, arguments));
  }

  /** Attributes of a dictionary, such as the versions of modules, are of no use here. */
  private void build() {
    stack.pop();
    if (!(stack.top() instanceof Map<?, ?>)) {
      throw in.refused("attributes set on what is no dictionary");
    }
  }
}
