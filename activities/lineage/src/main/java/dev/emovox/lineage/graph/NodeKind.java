package dev.emovox.lineage.graph;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a node is. The order is that in which things come about, and that of pictures. */
public enum NodeKind {
  /** All clips of a corpus in a manifest. */
  CORPUS,
  /** One clip, or the clips of a corpus that are in one part of a split. */
  CLIP,
  /** The table of all clips of a run. */
  MANIFEST,
  /** Which clip is used for what. */
  SPLIT,
  /** Changed copies of training clips. */
  AUGMENTED_SET,
  /** A table of acoustic features. */
  FEATURE_TABLE,
  /** Weights of a network: those it started from, and those a stage ended with. */
  CHECKPOINT,
  /** A fitted baseline. */
  MODEL,
  /** The report of a test. */
  EVALUATION,
  /** What serving loads. */
  PACKAGE,
  /** A version in the model registry. */
  VERSION,
  /** An entry of the ledger. */
  DECISION,
  /** A run of an experiment. */
  RUN,
  /** A stage of a run. */
  STAGE;

  /** The word in documents, for example {@code feature-table}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it tells who did something, and not what something was made from. */
  public boolean isActivity() {
    return this == RUN || this == STAGE;
  }
}
