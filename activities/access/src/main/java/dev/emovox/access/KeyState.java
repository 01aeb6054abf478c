package dev.emovox.access;

/** What is to be thought of a key that was presented. */
public enum KeyState {
  /** It is accepted. */
  VALID,
  /** No such key was ever made, or its secret is wrong. */
  UNKNOWN,
  /** Its time is over. */
  EXPIRED,
  /** It was taken back. */
  REVOKED
}
