package dev.emovox.cli.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.LoadableModel;
import dev.emovox.inference.ModelFolder;
import dev.emovox.inference.Prediction;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model in a folder, used in this process; no server is needed. The folder is a model package or
 * a Hugging Face folder.
 */
public final class FolderClassifier implements Classifier {
  private final EmotionPredictor predictor;
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
  private final ModelName model;
  private final boolean logits;

  /**
   * Reads and loads the model.
   *
   * @param device where a network computes; a baseline does on the processor
   * @param logits whether outcomes have them
   * @throws InvalidInputException if the folder holds no whole model, or the device is not there
   */
  public FolderClassifier(Path folder, ComputeDevice device, boolean logits) {
    try (LoadableModel found = ModelFolder.open(folder)) {
      this.model = new ModelName(null, found.digest().toString());
      this.predictor = found.load(device);
    }
    this.logits = logits;
  }

  @Override
  public FileOutcome classify(String path, byte[] content) {
    try {
      AudioClip clip = decoder.decode(content).clip();
      return predicted(path, predictor.predict(clip));
    } catch (UnusableAudioException e) {
      return FileOutcome.refused(path, e.reason().name().toLowerCase(Locale.ROOT), e.getMessage());
    } catch (InvalidInputException e) {
      return FileOutcome.refused(path, "unusable_audio", e.getMessage());
    }
  }

  @Override
  public void close() {
    predictor.close();
  }

  private FileOutcome predicted(String path, Prediction prediction) {
    return new FileOutcome.Predicted(
        path,
        prediction.label(),
        byClass(prediction.probabilities()),
        logits ? byClass(prediction.logits()) : null,
        model,
        null);
  }

  private Map<String, Double> byClass(double[] values) {
    LabelSet labels = predictor.labels();
    Map<String, Double> named = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      named.put(labels.name(i), values[i]);
    }
    return named;
  }
}
