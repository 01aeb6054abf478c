package dev.emovox.serving.security;

import dev.emovox.access.Scope;

/** What a route asks of whoever calls it. */
sealed interface Access {

  /** Nothing, at any port and rate: probes of the machine that runs the service have no keys. */
  record Everybody() implements Access {}

  /** Nothing either: there is no secret about the page, and it asks for a key itself. */
  record Page() implements Access {}

  /** Any key that is accepted: the description of the interface. */
  record AnyKey() implements Access {}

  /**
   * A key that allows it.
   *
   * @param scope what it must allow
   */
  record Scoped(Scope scope) implements Access {}
}
