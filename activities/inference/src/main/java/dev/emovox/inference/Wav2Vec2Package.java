package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.LocalFiles;
import dev.emovox.inference.packaging.OptionalParts;
import dev.emovox.inference.packaging.PackageConsistency;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageDirectory;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackageScratch;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.inference.selftest.SelfTest;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fine-tuned network: {@code package.json} beside the files that transformers reads, so that the
 * folder of a package is a Hugging Face folder too. Its weights are mapped from disk, never copied
 * into the heap.
 */
public final class Wav2Vec2Package implements ModelPackage {
  private static final String CARD = "README.md";
  private static final List<String> CHECKPOINT =
      List.of("config.json", "model.safetensors", "preprocessor_config.json");

  private final Digest digest;
  private final Wav2Vec2Description description;
  private final Parts parts;
  private final LocalFiles files;

  private Wav2Vec2Package(
      Digest digest, Wav2Vec2Description description, Parts parts, LocalFiles files) {
    this.digest = digest;
    this.description = description;
    this.parts = parts;
    this.files = files;
  }

  /** {@link #seal(Path, CheckpointProvenance, Optional)} of probabilities as they are. */
  public static Wav2Vec2Package seal(Path folder, CheckpointProvenance provenance) {
    return seal(folder, provenance, Optional.empty());
  }

  /** What its files hold. */
  private record Parts(
      Optional<DriftReference> driftReference,
      Optional<SelfTest> selfTest,
      CheckpointModel model) {}

  /**
   * Makes a package of a folder with one safetensors file by asking the network about the clips of
   * the self-test, on the processor, and writing what it answers and {@code package.json} into it.
   * Equal checkpoints of equal provenance give equal packages on one kind of machine; on another,
   * the sixth decimal of an answer may make it another package of the same model.
   *
   * @param calibration how logits become calibrated probabilities; empty to leave them
   * @throws InvalidInputException if the folder holds no classifier, or other files than {@code
   *     config.json}, {@code preprocessor_config.json}, {@code model.safetensors} and, if need be,
   *     {@code README.md} and the {@link OptionalParts}
   */
  public static Wav2Vec2Package seal(
      Path folder, CheckpointProvenance provenance, Optional<TemperatureScaling> calibration) {
    PackageDirectory directory = new PackageDirectory(folder);
    Wav2Vec2Description description;
    try (CheckpointModel model = CheckpointModel.open(folder)) {
      Wav2Vec2Description untested =
          Wav2Vec2Description.of(model.labels(), describe(directory), provenance)
              .withCalibration(calibration);
      PackageConsistency.verifyNames(untested, directory, names(untested));
      description = untested.withFiles(withSelfTest(directory, untested, model));
    }
    byte[] index = description.write();
    directory.add(PackageDescription.FILE, index);
    return read(directory, description, index, PackageScratch.temporary());
  }

  private static List<PackagedFile> withSelfTest(
      PackageDirectory directory, Wav2Vec2Description description, CheckpointModel model) {
    List<PackagedFile> files = new ArrayList<>(description.files());
    files.removeAll(OptionalParts.selfTest(description));
    try (EmotionPredictor predictor = model.load(ComputeDevice.CPU, tuning(description))) {
      SelfTesting.files(predictor)
          .forEach(
              (name, content) -> {
                directory.add(name, content);
                files.add(PackagedFile.of(name, content));
              });
    }
    files.sort(Comparator.comparing(PackagedFile::name));
    return files;
  }

  private static List<PackagedFile> describe(PackageDirectory directory) {
    return Stream.concat(CHECKPOINT.stream(), directory.names().orElseThrow().stream())
        .filter(name -> CHECKPOINT.contains(name) || name.equals(CARD) || OptionalParts.have(name))
        .distinct()
        .sorted()
        .map(directory::describe)
        .toList();
  }

  /**
   * Reads what a description describes and verifies every byte of it.
   *
   * @param index the bytes of {@code package.json}
   * @param scratch where files from elsewhere are copied to
   * @throws InvalidInputException if anything is missing, too many, changed or inconsistent
   */
  static Wav2Vec2Package read(
      PackageFiles source, Wav2Vec2Description description, byte[] index, PackageScratch scratch) {
    PackageConsistency.require(
        description.kind().equals(Wav2Vec2Description.KIND),
        "it says that the network is a " + description.kind());
    PackageConsistency.verifyNames(description, source, names(description));
    LocalFiles files = scratch.localise(source, description.files());
    try {
      Parts parts = open(description, files);
      return new Wav2Vec2Package(Digest.of(index), description, parts, files);
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** With a model card or without. */
  private static List<String> names(Wav2Vec2Description description) {
    boolean card = description.files().stream().anyMatch(file -> file.name().equals(CARD));
    return card ? Stream.concat(Stream.of(CARD), CHECKPOINT.stream()).toList() : CHECKPOINT;
  }

  private static Parts open(Wav2Vec2Description description, LocalFiles files) {
    PackageDirectory directory = new PackageDirectory(files.folder());
    if (!files.copied()) {
      description.files().forEach(file -> file.verify(directory.describe(file.name())));
    }
    Optional<DriftReference> reference = PackagedReference.in(directory, description);
    Optional<SelfTest> selfTest = SelfTesting.read(description, directory::read);
    CheckpointModel model = CheckpointModel.open(files.folder());
    try {
      PackageConsistency.verifyLabels(description, model.labels());
      return new Parts(reference, selfTest, model);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public Digest digest() {
    return digest;
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
    return parts.model().preprocessing(longestSeconds(description));
  }

  @Override
  public Optional<TemperatureScaling> calibration() {
    return description.calibration();
  }

  @Override
  public Optional<SelfTest> selfTest() {
    return parts.selfTest();
  }

  /** Where the weights come from. */
  public CheckpointProvenance provenance() {
    return description.provenance();
  }

  @Override
  public Optional<DriftReference> driftReference() {
    return parts.driftReference();
  }

  @Override
  public EmotionPredictor load(ComputeDevice device) {
    return SelfTesting.passed(parts.model().load(device, tuning(description)), parts.selfTest());
  }

  private static Wav2Vec2Predictor.Tuning tuning(Wav2Vec2Description description) {
    return new Wav2Vec2Predictor.Tuning(longestSeconds(description), description.calibration());
  }

  /** A network predicts from as much of a clip as it was trained and tested on. */
  private static Optional<Double> longestSeconds(Wav2Vec2Description description) {
    return description.provenance().fineTuning().map(FineTuning::longestSeconds);
  }

  @Override
  public void close() {
    parts.model().close();
    files.close();
  }
}
