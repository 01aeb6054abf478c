package dev.emovox.serving.protocol;

import java.util.List;

/** The small documents of the protocol. */
final class ProtocolDocuments {
  private ProtocolDocuments() {}

  /**
   * About the server.
   *
   * @param name of the server
   * @param version of the server
   * @param extensions of the protocol that it speaks whole
   */
  record Server(String name, String version, List<String> extensions) {}

  /** Whether the server lives. */
  record Live(boolean live) {}

  /** Whether the server or a model answers. */
  record Ready(boolean ready) {}

  /** Why there is no answer. */
  record Failure(String error) {}
}
