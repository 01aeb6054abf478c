package dev.emovox.lineage.openlineage.delivery;

import java.io.IOException;

/** Where events go. */
interface EventReceiver {

  /**
   * Hands over one event.
   *
   * @param event its JSON in one line
   * @throws IOException if that did not work and may work another time
   * @throws RefusedException if the receiver will never take it
   */
  void send(byte[] event) throws IOException, RefusedException;

  /** An event that is refused for what it is. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }
}
