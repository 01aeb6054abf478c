package dev.emovox.serving.security;

import dev.emovox.access.Scope;

/** What a route asks of whoever calls it. */
sealed interface Access {

  /** Nothing: probes of the machine that runs the service have no keys. */
  record Everybody() implements Access {}

  /** Any key that is accepted: the page, the description of the interface. */
  record AnyKey() implements Access {}

  /**
   * A key that allows it.
   *
   * @param scope what it must allow
   */
  record Scoped(Scope scope) implements Access {}
}
