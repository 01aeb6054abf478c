package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.engine.ComputeDevice;

/**
 * A model that was read and verified, and can be loaded to predict with. What it holds on disk is
 * let go when it is closed; predictors that were loaded from it go on.
 */
public interface LoadableModel extends AutoCloseable {

  /** The kind of the model as written in configuration. */
  String kind();

  /** The model's identity: the same bytes have the same digest. */
  Digest digest();

  /** The ordered classes. */
  LabelSet labels();

  /** How a clip becomes the model's input. */
  Preprocessing preprocessing();

  /**
   * Loads the model. The self-test of a package that has one is passed then.
   *
   * @param device where a network computes; baselines compute on the processor wherever that is
   * @throws dev.emovox.domain.InvalidInputException if the device is not there, or the model
   *     answers otherwise than when it was packed
   */
  EmotionPredictor load(ComputeDevice device);

  /** Lets go of files and mappings. */
  @Override
  void close();
}
