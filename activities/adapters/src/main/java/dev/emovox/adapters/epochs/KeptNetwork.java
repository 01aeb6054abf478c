package dev.emovox.adapters.epochs;

import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.TrainingSetup;
import java.util.Optional;

/**
 * Keeps a network loaded between two epochs. It is given out only for the very state that it is in,
 * known by the digests of the files that were written of it; whoever takes it owns it. Safe for use
 * by several threads.
 */
final class KeptNetwork implements AutoCloseable {
  private Kept kept;

  /**
   * Which network, and how it is trained.
   *
   * @param checkpoint digest of the checkpoint's index
   * @param labels the classes in the order of logits
   * @param headSeed what the new head was drawn from
   * @param setup how it is trained
   */
  record Identity(Digest checkpoint, LabelSet labels, long headSeed, TrainingSetup setup) {}

  /**
   * What a network has learnt so far.
   *
   * @param weights digest of all weights
   * @param optimiser digest of the optimiser's state
   */
  record State(Digest weights, Digest optimiser) {}

  private record Kept(Identity identity, State state, SpeechTraining network) {}

  /** The network that was kept if it is this one; another is closed. */
  synchronized Optional<SpeechTraining> take(Identity identity, State state) {
    Kept found = kept;
    kept = null;
    if (found == null) {
      return Optional.empty();
    }
    if (found.identity().equals(identity) && found.state().equals(state)) {
      return Optional.of(found.network());
    }
    found.network().close();
    return Optional.empty();
  }

  /** Takes over a network. */
  synchronized void keep(Identity identity, State state, SpeechTraining network) {
    close();
    kept = new Kept(identity, state, network);
  }

  /** Frees what is kept. */
  @Override
  public synchronized void close() {
    if (kept != null) {
      kept.network().close();
      kept = null;
    }
  }
}
