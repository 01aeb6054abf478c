package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.wav2vec2.SpeechClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The samples at the checkpoint's rate, then its network, then a softmax over the logits, divided
 * by the temperature.
 */
final class Wav2Vec2Predictor implements EmotionPredictor {
  /** Attention compares every moment with every other, so that memory grows with the square. */
  private static final int LONGEST_SECONDS = 120;

  private final SpeechClassifier classifier;
  private final int mostSamples;
  private final double temperature;
  private final Resampler resampler = new Resampler();

  /** Held to read by predictions, so that native memory is not freed under them. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * What is not in the checkpoint's own files.
   *
   * @param longestSeconds what is longer is cut; without it, what is too long is refused
   * @param calibration of the probabilities; they stay as they are without it
   */
  record Tuning(Optional<Double> longestSeconds, Optional<TemperatureScaling> calibration) {
    static final Tuning NONE = new Tuning(Optional.empty(), Optional.empty());
  }

  /** A predictor that owns {@code classifier}. */
  Wav2Vec2Predictor(SpeechClassifier classifier, Tuning tuning) {
    this.classifier = classifier;
    this.temperature = tuning.calibration().map(TemperatureScaling::temperature).orElse(1.0);
    this.mostSamples =
        tuning
            .longestSeconds()
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
    return Prediction.of(labels(), TemperatureScaling.probabilities(logits, temperature), logits);
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
