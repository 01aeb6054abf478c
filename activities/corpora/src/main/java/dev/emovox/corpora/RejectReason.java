package dev.emovox.corpora;

import dev.emovox.audio.UnusableAudioException;
import java.util.Locale;

/** Why a file was turned away; {@link #code()} is what stands in {@link Reject#reason()}. */
public enum RejectReason {
  /** Named or placed like a clip, but its bytes are no audio. */
  NOT_AUDIO,
  /** Audio of a codec or layout that is not decoded. */
  UNSUPPORTED,
  /** Ends before the sound that it announces. */
  TRUNCATED,
  /** Contradicts itself or its format. */
  CORRUPT,
  /** No bytes or no samples. */
  EMPTY,
  /** Nothing but silence. */
  SILENT,
  /** Shorter than what a model can hear. */
  TOO_SHORT,
  /** Longer than the decoder's limit. */
  TOO_LONG,
  /** More bytes, channels or a higher rate than the limits allow. */
  TOO_LARGE,
  /** The operating system does not let us read it. */
  UNREADABLE,
  /** A link that leads out of the data root. */
  OUTSIDE_ROOT,
  /** Audio whose name no pattern of the corpus matches. */
  UNKNOWN_NAME,
  /** The name matches, but a code in it is in no label table. */
  UNKNOWN_LABEL,
  /** Left out on purpose by the corpus' definition. */
  EXCLUDED,
  /** The same sound is there under another emotion, so that neither label can be trusted. */
  CONTRADICTING_LABELS,
  /** The same file of the same recording is there twice; the first stays. */
  SAME_CLIP,
  /** Another file, with other bytes, has the same clip id; the first stays. */
  SAME_ID;

  /** The reason as written, for example {@code not-audio}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RejectReason of(UnusableAudioException.Reason reason) {
    return switch (reason) {
      case NOT_AUDIO -> NOT_AUDIO;
      case UNSUPPORTED -> UNSUPPORTED;
      case TRUNCATED -> TRUNCATED;
      case CORRUPT -> CORRUPT;
      case EMPTY -> EMPTY;
      case SILENT -> SILENT;
      case TOO_SHORT -> TOO_SHORT;
      case TOO_LONG -> TOO_LONG;
      case TOO_LARGE -> TOO_LARGE;
    };
  }
}
