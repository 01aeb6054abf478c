package dev.emovox.serving.batches;

import java.util.List;

/**
 * Several clips in a JSON document.
 *
 * @param clips the clips
 */
public record BatchRequest(List<Clip> clips) {

  /**
   * One of them.
   *
   * @param name what the client calls it; told back, never interpreted; may be absent
   * @param audio the bytes of an audio file in base 64 (RFC 4648)
   */
  public record Clip(String name, String audio) {}
}
