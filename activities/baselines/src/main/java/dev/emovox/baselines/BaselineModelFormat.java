package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a fitted model, so that reading them back gives bit-identical predictions. Java
 * serialization has no part in it; reading only ever makes numbers and strings.
 *
 * <p>Layout, big-endian: magic {@code EMOVOXBM}; format version (int); kind (text); class names
 * (count, then texts); features (count, then mean and scale of each, doubles); what the kind needs;
 * CRC-32 of all before it (int). Logistic regression needs for each class its weights and
 * intercept. A forest needs the number of trees, then each tree's nodes in pre-order: feature + 1
 * and threshold of a split; 0, number of classes, class and clips of each of a leaf. Counts are
 * variable-length numbers, seven bits a byte, low bits first; a text is its length in UTF-8 bytes
 * and these.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class BaselineModelFormat {
  static final String MAGIC = "EMOVOXBM";
  static final int VERSION = 1;
  static final int MAX_LABELS = 1_000;
  static final int MAX_FEATURES = 100_000;

  /** Equal models give equal bytes. */
  public byte[] write(BaselineModel model) {
    ModelOutput out = new ModelOutput();
    out.magic(MAGIC);
    out.integer(VERSION);
    out.text(model.kind());
    out.count(model.labels().size());
    model.labels().labels().forEach(out::text);
    if (model instanceof LogisticRegressionModel regression) {
      writeStandardisation(out, regression.standardisation());
      writeRegression(out, regression);
    } else if (model instanceof RandomForestModel forest) {
      writeStandardisation(out, forest.standardisation());
      out.count(forest.trees().size());
      forest.trees().forEach(tree -> TreeFormat.write(tree, out));
    } else {
      throw new IllegalArgumentException("no format for " + model.getClass());
    }
    return out.withChecksum();
  }

  private static void writeStandardisation(ModelOutput out, Standardisation standardisation) {
    out.count(standardisation.size());
    for (int j = 0; j < standardisation.size(); j++) {
      out.number(standardisation.mean(j));
      out.number(standardisation.scale(j));
    }
  }

  private static void writeRegression(ModelOutput out, LogisticRegressionModel model) {
    for (int c = 0; c < model.labels().size(); c++) {
      for (int j = 0; j < model.featureCount(); j++) {
        out.number(model.weight(c, j));
      }
      out.number(model.intercept(c));
    }
  }

  /**
   * The model that was written.
   *
   * @throws InvalidInputException if these are not the bytes of a model that this version reads
   */
  public BaselineModel read(byte[] content) {
    try {
      ModelInput in = ModelInput.verified(content);
      BaselineModel model = readModel(in);
      in.end();
      return model;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw ModelInput.damaged("a value is missing or impossible", e);
    }
  }

  private static BaselineModel readModel(ModelInput in) {
    in.magic(MAGIC);
    int version = in.integer();
    if (version != VERSION) {
      throw new InvalidInputException(
          "The model has format version "
              + version
              + " and this program reads version "
              + VERSION
              + "; use the program that wrote it, or fit it anew.");
    }
    String kind = in.text();
    LabelSet labels = readLabels(in);
    Standardisation standardisation = readStandardisation(in);
    return switch (kind) {
      case BaselineSettings.LogisticRegression.KIND -> readRegression(in, labels, standardisation);
      case BaselineSettings.RandomForest.KIND -> readForest(in, labels, standardisation);
      default ->
          throw new InvalidInputException(
              "The model is of kind '" + kind + "', which this program does not know.");
    };
  }

  private static LabelSet readLabels(ModelInput in) {
    int size = in.count(2, MAX_LABELS, "classes");
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      labels.add(in.text());
    }
    return new LabelSet(labels);
  }

  private static Standardisation readStandardisation(ModelInput in) {
    int size = in.count(1, MAX_FEATURES, "features");
    in.requireBytes(2L * Double.BYTES * size);
    double[] mean = new double[size];
    double[] scale = new double[size];
    for (int j = 0; j < size; j++) {
      mean[j] = in.number();
      scale[j] = in.positive();
    }
    return new Standardisation(mean, scale);
  }

  private static BaselineModel readRegression(
      ModelInput in, LabelSet labels, Standardisation standardisation) {
    in.requireBytes((long) Double.BYTES * labels.size() * (standardisation.size() + 1));
    double[][] weights = new double[labels.size()][standardisation.size()];
    double[] intercepts = new double[labels.size()];
    for (int c = 0; c < intercepts.length; c++) {
      for (int j = 0; j < standardisation.size(); j++) {
        weights[c][j] = in.number();
      }
      intercepts[c] = in.number();
    }
    return new LogisticRegressionModel(labels, standardisation, weights, intercepts);
  }

  private static BaselineModel readForest(
      ModelInput in, LabelSet labels, Standardisation standardisation) {
    int size = in.count(1, BaselineTrainer.MAX_TREES, "trees");
    List<ClassificationTree> trees = new ArrayList<>();
    for (int t = 0; t < size; t++) {
      trees.add(TreeFormat.read(in, standardisation.size(), labels.size()));
    }
    return new RandomForestModel(labels, standardisation, trees);
  }
}
