package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.SpeechClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The samples at the checkpoint's rate, then its network, then a softmax over the logits. */
final class Wav2Vec2Predictor implements EmotionPredictor {
  /** Attention compares every moment with every other, so that memory grows with the square. */
  private static final int LONGEST_SECONDS = 120;

  private final SpeechClassifier classifier;
  private final int mostSamples;
  private final Resampler resampler = new Resampler();

  /** Held to read by predictions, so that native memory is not freed under them. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * A predictor that owns {@code classifier}.
   *
   * @param longestSeconds what is longer is cut; without it, what is too long is refused
   */
  Wav2Vec2Predictor(SpeechClassifier classifier, Optional<Double> longestSeconds) {
    this.classifier = classifier;
    this.mostSamples =
        longestSeconds
            .map(seconds -> samples(seconds, classifier.samplingRate()))
            .orElse(Integer.MAX_VALUE);
  }

  private static int samples(double seconds, int samplingRate) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.floor(seconds * samplingRate)));
  }

  @Override
  public List<Prediction> predict(List<AudioClip> clips) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the predictor is closed");
      }
      List<float[]> waveforms = clips.stream().map(clip -> prepare(clip).samples()).toList();
      double[][] logits = clips.isEmpty() ? new double[0][] : classifier.logits(waveforms);
      return Arrays.stream(logits).map(this::prediction).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public AudioClip prepare(AudioClip clip) {
    double heard = Math.min(clip.seconds(), mostSamples / (double) classifier.samplingRate());
    if (heard > LONGEST_SECONDS) {
      throw new UnusableAudioException(
          UnusableAudioException.Reason.TOO_LONG,
          "The clip lasts %.1f s, and this model hears at most %d s at once. Cut it into utterances."
              .formatted(clip.seconds(), LONGEST_SECONDS));
    }
    long shortest = classifier.shortestInput();
    AudioClip prepared = resampler.resample(clip, classifier.samplingRate(), mostSamples);
    if (prepared.samples().length < shortest) {
      throw new UnusableAudioException(
          UnusableAudioException.Reason.TOO_SHORT,
          "The clip lasts %.4f s, and this model needs at least %.4f s to hear anything."
              .formatted(clip.seconds(), shortest / (double) classifier.samplingRate()));
    }
    return prepared;
  }

  @Override
  public boolean gainsFromBatches() {
    return true;
  }

  private Prediction prediction(double[] logits) {
    return Prediction.of(labels(), softmax(logits), logits);
  }

  /** The largest logit is taken from all of them, so that no power overflows. */
  private static double[] softmax(double[] logits) {
    double largest = Arrays.stream(logits).max().orElseThrow();
    double[] powers = Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  @Override
  public LabelSet labels() {
    return classifier.labels();
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        classifier.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
