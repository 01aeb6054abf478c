package dev.emovox.gate;

/**
 * One thing that a gate asked for.
 *
 * @param name what was asked for
 * @param passed whether it was there
 * @param measured what was found; null if nothing could be measured
 * @param required the limit; null if there is none
 * @param reason one sentence for people
 */
public record GateCheck(
    String name, boolean passed, Double measured, Double required, String reason) {

  /** A check that could not be made. */
  static GateCheck impossible(String name, String why) {
    return new GateCheck(name, false, null, null, why);
  }
}
