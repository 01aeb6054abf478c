package dev.emovox.cli.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import dev.emovox.inference.Prediction;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A model package in a folder, used in this process; no server is needed. */
public final class PackageClassifier implements Classifier {
  private final EmotionPredictor predictor;
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
  private final ModelName model;
  private final boolean logits;

  /**
   * Reads and verifies the package.
   *
   * @param logits whether outcomes have them
   * @throws dev.emovox.domain.InvalidInputException if the folder holds no whole package
   */
  public PackageClassifier(Path folder, boolean logits) {
    try (ModelPackage files = new PackageReader().read(PackageFiles.directory(folder))) {
      this.predictor = files.load(ComputeDevice.CPU);
      this.model = new ModelName(null, files.digest().toString());
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
