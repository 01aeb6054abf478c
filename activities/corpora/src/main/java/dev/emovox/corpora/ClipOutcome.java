package dev.emovox.corpora;

import java.util.Optional;

/**
 * What came of reading a candidate: a clip or a reject.
 *
 * @param clip the clip
 * @param reject the reject
 */
record ClipOutcome(Optional<DecodedClip> clip, Optional<Reject> reject) {

  static ClipOutcome decoded(DecodedClip clip) {
    return new ClipOutcome(Optional.of(clip), Optional.empty());
  }

  static ClipOutcome rejected(Reject reject) {
    return new ClipOutcome(Optional.empty(), Optional.of(reject));
  }
}
