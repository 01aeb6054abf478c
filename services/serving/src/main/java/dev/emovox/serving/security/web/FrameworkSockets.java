package dev.emovox.serving.security.web;

/**
 * The framework's own handling of WebSockets, which answers 501 to what does not name HTTP as its
 * protocol. The routes upgrade requests themselves.
 */
public final class FrameworkSockets {
  /** Read once in a process, when its first server is made. */
  private static final String OFF = "vertx.disableWebsockets";

  private FrameworkSockets() {}

  /**
   * Turns it off; to be called before a server is made. The framework does so for its own server,
   * but makes that last.
   */
  public static void turnOff() {
    System.setProperty(OFF, "true");
  }
}
