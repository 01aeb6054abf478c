package dev.emovox.wav2vec2.checkpoint.pickle;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.Quoted;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what PyTorch's {@code torch.save(model.state_dict())} pickles: tensors by name.
 *
 * <p>Messages of {@link InvalidInputException} say what was refused, where, and what to do.
 */
public final class StateDictionary {
  private StateDictionary() {}

  /**
   * Reads a dictionary of tensors.
   *
   * @param source the file's name, for messages
   * @param bytes begin with its pickle; on return the position is after its end
   * @throws InvalidInputException if it is malformed, uses anything else than data, or holds
   *     anything else than tensors
   */
  public static SortedMap<String, TensorReference> read(String source, ByteBuffer bytes) {
    if (!(Unpickler.load(source, bytes) instanceof Map<?, ?> dictionary)) {
      throw wrong(source, "it is no dictionary");
    }
    SortedMap<String, TensorReference> tensors = new TreeMap<>();
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      if (!(entry.getKey() instanceof String name) || !Quoted.isPlain(name)) {
        throw wrong(source, "it has a key that is no plain name");
      }
      if (!(entry.getValue() instanceof TensorReference tensor)) {
        throw wrong(source, "what it has under '%s' is no tensor".formatted(name));
      }
      tensors.put(name, tensor);
    }
    return tensors;
  }

  /**
   * Reads one integer, of any size up to 128 bits.
   *
   * @throws InvalidInputException if it is anything else
   */
  public static BigInteger readInteger(String source, ByteBuffer bytes) {
    Object value = Unpickler.load(source, bytes);
    if (value instanceof BigInteger integer) {
      return integer;
    }
    if (value instanceof Long integer) {
      return BigInteger.valueOf(integer);
    }
    throw wrong(source, "it has something else where a number should be");
  }

  /**
   * Reads a dictionary and says what is under one key.
   *
   * @return a Boolean, Long, String or something else that is not to be looked at; null if the key
   *     is not there
   * @throws InvalidInputException if it is no dictionary
   */
  public static Object readEntry(String source, ByteBuffer bytes, String key) {
    if (Unpickler.load(source, bytes) instanceof Map<?, ?> dictionary) {
      return dictionary.get(key);
    }
    throw wrong(source, "it has something else where a dictionary should be");
  }

  /**
   * Reads a list of strings.
   *
   * @throws InvalidInputException if it is anything else
   */
  public static List<String> readStrings(String source, ByteBuffer bytes) {
    List<String> strings = new ArrayList<>();
    if (Unpickler.load(source, bytes) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof String string) {
          strings.add(string);
        }
      }
      if (strings.size() == list.size()) {
        return strings;
      }
    }
    throw wrong(source, "it has something else where a list of names should be");
  }

  private static InvalidInputException wrong(String source, String what) {
    return new InvalidInputException(
        "%s is no state dictionary of PyTorch: %s. Save model.state_dict() alone, best as safetensors."
            .formatted(source, what));
  }
}
