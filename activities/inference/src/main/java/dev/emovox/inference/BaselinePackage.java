package dev.emovox.inference;

import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftReferenceFile;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageDirectory;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.inference.selftest.SelfTest;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model that was fitted on features: {@code package.json}, {@code preprocessing.json}, {@code
 * model.bin}, a self-test and, if need be, {@link DriftReferenceFile}, all of it in memory.
 */
public final class BaselinePackage implements ModelPackage {
  static final String MODEL = "model.bin";
  static final String PREPROCESSING = "preprocessing.json";

  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private final Map<String, byte[]> files;
  private final BaselineDescription description;
  private final PackageContents contents;
  private final Optional<SelfTest> selfTest;

  private BaselinePackage(
      Map<String, byte[]> files, BaselineDescription description, PackageContents contents) {
    this.files = files;
    this.description = description;
    this.contents = contents;
    this.selfTest = SelfTesting.read(description, files::get);
  }

  /**
   * Packs a fitted model. Equal contents give equal bytes.
   *
   * @throws InvalidInputException if the preprocessing can't be honoured or does not give what the
   *     model takes
   */
  public static BaselinePackage of(PackageContents contents) {
    verifyFit(contents.model(), contents.preprocessing());
    Map<String, byte[]> files = new TreeMap<>();
    files.put(MODEL, new BaselineModelFormat().write(contents.model()));
    files.put(PREPROCESSING, JSON.writeIndented(contents.preprocessing()));
    contents
        .driftReference()
        .ifPresent(
            reference -> files.put(DriftReferenceFile.NAME, DriftReferenceFile.write(reference)));
    files.putAll(SelfTesting.files(predictor(contents)));
    List<PackagedFile> described =
        files.entrySet().stream()
            .map(file -> PackagedFile.of(file.getKey(), file.getValue()))
            .toList();
    BaselineModel model = contents.model();
    BaselineDescription description =
        BaselineDescription.of(model.kind(), model.labels(), described, contents.provenance())
            .withCalibration(contents.calibration());
    PackagedReference.verify(description, contents.driftReference());
    files.put(PackageDescription.FILE, description.write());
    return new BaselinePackage(files, description, contents);
  }

  /**
   * Reads what a description describes and verifies every byte of it.
   *
   * @param index the bytes of {@code package.json}
   * @throws InvalidInputException if anything is missing, too many, changed or inconsistent
   */
  static BaselinePackage read(PackageFiles source, BaselineDescription description, byte[] index) {
    PackageConsistency.verifyNames(description, source, List.of(MODEL, PREPROCESSING));
    Map<String, byte[]> files = new TreeMap<>();
    files.put(PackageDescription.FILE, index);
    for (PackagedFile file : description.files()) {
      byte[] content = source.read(file.name());
      file.verify(content);
      files.put(file.name(), content);
    }
    BaselineModel model = new BaselineModelFormat().read(files.get(MODEL));
    verifyDescribed(description, model);
    FeatureSettings preprocessing = preprocessing(files.get(PREPROCESSING));
    verifyFit(model, preprocessing);
    Optional<DriftReference> reference = PackagedReference.in(files::get, description);
    return new BaselinePackage(
        files,
        description,
        new PackageContents(
            model, preprocessing, description.provenance(), reference, description.calibration()));
  }

  private static FeatureSettings preprocessing(byte[] content) {
    try {
      return JSON.read(content, FeatureSettings.class);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          PREPROCESSING
              + " of the model package holds what this program does not know, or lacks something: "
              + e.getMessage()
              + " Use the program that wrote it, or train the model anew.",
          e);
    }
  }

  private static void verifyDescribed(BaselineDescription description, BaselineModel model) {
    PackageConsistency.require(
        model.kind().equals(description.kind()),
        "it says that the model is a " + description.kind() + ", which is a " + model.kind());
    PackageConsistency.verifyLabels(description, model.labels());
  }

  /** An extractor refuses to be made with settings that it can't honour. */
  private static void verifyFit(BaselineModel model, FeatureSettings preprocessing) {
    int given = new FeatureExtractor(preprocessing).names().size();
    PackageConsistency.require(
        given == model.featureCount(),
        "its preprocessing gives " + given + " values and the model takes " + model.featureCount());
  }

  /** The files by name, {@code package.json} among them; the arrays are not to be written to. */
  public Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  @Override
  public Digest digest() {
    return Digest.of(files.get(PackageDescription.FILE));
  }

  @Override
  public String kind() {
    return description.kind();
  }

  @Override
  public LabelSet labels() {
    return description.labels();
  }

  @Override
  public Preprocessing preprocessing() {
    return new Preprocessing.Features(contents.preprocessing());
  }

  @Override
  public Optional<TemperatureScaling> calibration() {
    return contents.calibration();
  }

  @Override
  public Optional<SelfTest> selfTest() {
    return selfTest;
  }

  /** What the model was made from. */
  public Provenance provenance() {
    return contents.provenance();
  }

  @Override
  public Optional<DriftReference> driftReference() {
    return contents.driftReference();
  }

  @Override
  public EmotionPredictor load(ComputeDevice device) {
    return SelfTesting.passed(predictor(contents), selfTest);
  }

  private static EmotionPredictor predictor(PackageContents contents) {
    return new BaselinePredictor(
        new FeatureExtractor(contents.preprocessing()), contents.model(), contents.calibration());
  }

  /** Nothing to let go of: all of it is in memory. */
  @Override
  public void close() {}

  /**
   * Writes the files into a directory, which is made if it is not there.
   *
   * @throws InvalidInputException if the directory is not empty
   */
  public void write(Path directory) {
    new PackageDirectory(directory).write(files);
  }
}
