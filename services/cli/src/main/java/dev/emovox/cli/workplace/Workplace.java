package dev.emovox.cli.workplace;

/** The checkout, the local stack and the servers. Nothing is reached before it is asked for. */
public interface Workplace {

  /** Where configuration lies. */
  Checkout checkout();
}
