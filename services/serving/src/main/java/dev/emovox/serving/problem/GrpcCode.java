package dev.emovox.serving.problem;

/** The codes with which calls of gRPC end, as far as this service uses them. */
public enum GrpcCode {
  /** It was answered. */
  OK(0),
  /** The client went away. */
  CANCELLED(1),
  /** Another refusal. */
  UNKNOWN(2),
  /** What was sent can't be answered, now or later. */
  INVALID_ARGUMENT(3),
  /** The time is over. */
  DEADLINE_EXCEEDED(4),
  /** There is no such model. */
  NOT_FOUND(5),
  /** The key does not allow it. */
  PERMISSION_DENIED(7),
  /** Too much at once. */
  RESOURCE_EXHAUSTED(8),
  /** There is no such method, or it can't be called so. */
  UNIMPLEMENTED(12),
  /** A bug. */
  INTERNAL(13),
  /** No model answers yet. */
  UNAVAILABLE(14),
  /** No key, or one that is not accepted. */
  UNAUTHENTICATED(16);

  private final int number;

  GrpcCode(int number) {
    this.number = number;
  }

  /** The code on the wire. */
  public int number() {
    return number;
  }

  /** The code of what is answered with this status over HTTP. */
  static GrpcCode of(int status) {
    return switch (status) {
      case 400, 415, 422 -> INVALID_ARGUMENT;
      case 401 -> UNAUTHENTICATED;
      case 403, 421 -> PERMISSION_DENIED;
      case 404 -> NOT_FOUND;
      case 408, 504 -> DEADLINE_EXCEEDED;
      case 413, 429 -> RESOURCE_EXHAUSTED;
      case 499 -> CANCELLED;
      case 500 -> INTERNAL;
      case 501 -> UNIMPLEMENTED;
      case 503 -> UNAVAILABLE;
      default -> UNKNOWN;
    };
  }
}
