package dev.emovox.wav2vec2.model;

/** What the clips of one batch may have to do with each other. */
public enum BatchMode {
  /** Nothing: a clip gives the same logits alone and in any batch. */
  CLIP_INDEPENDENT,
  /**
   * What they have in transformers: waveforms are padded to the longest, group norm sees the
   * padding, and so do attention and pooling unless the checkpoint asks for an attention mask.
   */
  HUGGING_FACE
}
