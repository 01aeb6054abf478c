package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The checked first part of a safetensors file: which tensors it has, and where.
 *
 * @param metadata free text about the file, by key
 * @param places the tensors, by name
 */
record SafetensorsHeader(Map<String, String> metadata, SortedMap<String, Place> places) {

  /**
   * Where a tensor is.
   *
   * @param layout what it is
   * @param begin its first byte, counted from the end of the header
   * @param end the byte after its last
   */
  record Place(TensorLayout layout, long begin, long end) {}

  /**
   * Checks places against the bytes that follow the header: each as long as its shape says,
   * together without overlap and without a hole.
   *
   * @param room how many bytes follow
   * @throws InvalidInputException if they don't fit
   */
  static SafetensorsHeader checked(
      String source, Map<String, String> metadata, List<Place> places, long room) {
    places.forEach(place -> checkLength(source, place, room));
    long covered = 0;
    for (Place place : inOrder(places)) {
      if (place.begin() != covered) {
        throw malformed(
            source,
            "tensor %s begins at byte %d, but the tensors before it end at byte %d"
                .formatted(place.layout().name(), place.begin(), covered));
      }
      covered = place.end();
    }
    if (covered != room) {
      throw malformed(
          source, "its tensors take %d bytes, but %d follow the header".formatted(covered, room));
    }
    SortedMap<String, Place> byName = new TreeMap<>();
    places.forEach(place -> byName.put(place.layout().name(), place));
    return new SafetensorsHeader(metadata, byName);
  }

  private static List<Place> inOrder(List<Place> places) {
    return places.stream()
        .sorted(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end))
        .toList();
  }

  private static void checkLength(String source, Place place, long room) {
    String name = place.layout().name();
    if (place.begin() < 0 || place.end() < place.begin() || place.end() > room) {
      throw malformed(
          source,
          "tensor %s is said to be at bytes %d to %d of %d; the file may be cut off"
              .formatted(name, place.begin(), place.end(), room));
    }
    if (place.end() - place.begin() != bytes(source, place.layout())) {
      throw malformed(
          source,
          "tensor %s takes %d bytes, which is not what shape %s of %s needs"
              .formatted(
                  name,
                  place.end() - place.begin(),
                  place.layout().shape(),
                  place.layout().type().safetensorsName()));
    }
  }

  private static long bytes(String source, TensorLayout layout) {
    try {
      return layout.bytes();
    } catch (ArithmeticException e) {
      throw malformed(
          source, "shape %s of tensor %s overflows".formatted(layout.shape(), layout.name()));
    }
  }

  static InvalidInputException malformed(String source, String what) {
    return malformed(source, what, null);
  }

  static InvalidInputException malformed(String source, String what, Throwable cause) {
    return new InvalidInputException(
        "%s is not a valid safetensors file: %s. Fetch it again or write it anew."
            .formatted(source, what),
        cause);
  }
}
