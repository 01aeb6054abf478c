package dev.emovox.audio;

import dev.emovox.domain.InvalidInputException;

/** Bytes that can't be turned into a usable clip. */
public final class UnusableAudioException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  /** Why audio can't be used. */
  public enum Reason {
    /** The bytes are of no audio container that is known here. */
    NOT_AUDIO,
    /** Audio, but of a codec or layout that is not decoded. */
    UNSUPPORTED,
    /** The file ends before the sound that it announces. */
    TRUNCATED,
    /** The file contradicts itself or the rules of its format. */
    CORRUPT,
    /** No bytes, or a container without a single sample. */
    EMPTY,
    /** No sample is louder than {@link dev.emovox.audio.decode.AudioDecoder#SILENCE}. */
    SILENT,
    /** Too short for the model that is to hear it. */
    TOO_SHORT,
    /** Longer than {@link DecodeLimits#maxSeconds()}, or than the model can hear. */
    TOO_LONG,
    /** More bytes, a higher rate or more channels than {@link DecodeLimits} allows. */
    TOO_LARGE
  }

  private final Reason reason;

  public UnusableAudioException(Reason reason, String message) {
    this(reason, message, null);
  }

  public UnusableAudioException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why the audio can't be used. */
  public Reason reason() {
    return reason;
  }
}
