package dev.emovox.inference;

import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A model with everything that is needed to use it and to say where it comes from: {@code
 * package.json}, {@code preprocessing.json} and {@code model.bin}. Holds no times and no run ids,
 * so that the same model is the same package. Immutable and safe for use by several threads.
 */
public final class ModelPackage {
  static final String MODEL = "model.bin";
  static final String PREPROCESSING = "preprocessing.json";

  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private final Map<String, byte[]> files;
  private final PackageDescription description;
  private final PackageContents contents;

  private ModelPackage(
      Map<String, byte[]> files, PackageDescription description, PackageContents contents) {
    this.files = files;
    this.description = description;
    this.contents = contents;
  }

  /**
   * Packs a fitted model. Equal contents give equal bytes.
   *
   * @throws InvalidInputException if the preprocessing can't be honoured or does not give what the
   *     model takes
   */
  public static ModelPackage of(PackageContents contents) {
    verifyFit(contents.model(), contents.preprocessing());
    Map<String, byte[]> files = new TreeMap<>();
    files.put(MODEL, new BaselineModelFormat().write(contents.model()));
    files.put(PREPROCESSING, JSON.writeIndented(contents.preprocessing()));
    List<PackagedFile> described =
        files.entrySet().stream()
            .map(file -> PackagedFile.of(file.getKey(), file.getValue()))
            .toList();
    PackageDescription description =
        new PackageDescription(
            PackageDescription.FORMAT,
            PackageDescription.VERSION,
            contents.model().kind(),
            contents.model().labels(),
            described,
            contents.provenance(),
            null);
    files.put(PackageDescription.FILE, description.write());
    return new ModelPackage(files, description, contents);
  }

  /**
   * Reads a package and verifies every byte of it.
   *
   * @throws InvalidInputException if anything is missing, too many, changed, inconsistent or not
   *     known to this version of the program
   */
  public static ModelPackage read(PackageFiles source) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(PackageDescription.FILE, source.read(PackageDescription.FILE));
    PackageDescription description = PackageDescription.read(files.get(PackageDescription.FILE));
    verifyNames(description, source);
    for (PackagedFile file : description.files()) {
      byte[] content = source.read(file.name());
      file.verify(content);
      files.put(file.name(), content);
    }
    BaselineModel model = new BaselineModelFormat().read(files.get(MODEL));
    verifyDescribed(description, model);
    FeatureSettings preprocessing = preprocessing(files.get(PREPROCESSING));
    verifyFit(model, preprocessing);
    return new ModelPackage(
        files, description, new PackageContents(model, preprocessing, description.provenance()));
  }

  /**
   * Reads a package that must be a certain one.
   *
   * @throws InvalidInputException as {@link #read(PackageFiles)}, and if it is another package
   */
  public static ModelPackage read(PackageFiles source, Digest expected) {
    ModelPackage read = read(source);
    require(
        read.digest().equals(expected),
        "its digest is " + read.digest() + ", and " + expected + " was asked for");
    return read;
  }

  private static void verifyNames(PackageDescription description, PackageFiles source) {
    List<String> described = description.files().stream().map(PackagedFile::name).toList();
    require(
        described.equals(List.of(MODEL, PREPROCESSING)),
        "it describes the files " + described + " instead of " + MODEL + " and " + PREPROCESSING);
    Set<String> known = Set.of(PackageDescription.FILE, MODEL, PREPROCESSING);
    Set<String> unknown = new TreeSet<>(source.names().orElse(known));
    unknown.removeAll(known);
    require(unknown.isEmpty(), "there are files that are not part of it: " + unknown);
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

  private static void verifyDescribed(PackageDescription description, BaselineModel model) {
    require(
        model.kind().equals(description.kind()),
        "it says that the model is a " + description.kind() + ", which is a " + model.kind());
    require(
        model.labels().equals(description.labels()),
        "it says that the classes are "
            + description.labels().labels()
            + ", and the model's are "
            + model.labels().labels()
            + "; their order counts");
  }

  /** An extractor refuses to be made with settings that it can't honour. */
  private static void verifyFit(BaselineModel model, FeatureSettings preprocessing) {
    int given = new FeatureExtractor(preprocessing).names().size();
    require(
        given == model.featureCount(),
        "its preprocessing gives " + given + " values and the model takes " + model.featureCount());
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(
          "The model package is not consistent: "
              + otherwise
              + ". Get the package again from where it was made.");
    }
  }

  /** The files by name, {@code package.json} among them; the arrays are not to be written to. */
  public Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  /** The package's identity: the digest of {@code package.json}, which holds all other digests. */
  public Digest digest() {
    return Digest.of(files.get(PackageDescription.FILE));
  }

  /** The kind of the model as written in configuration. */
  public String kind() {
    return description.kind();
  }

  /** The ordered classes. */
  public LabelSet labels() {
    return description.labels();
  }

  /** How a clip becomes the model's input. */
  public FeatureSettings preprocessing() {
    return contents.preprocessing();
  }

  /** What the model was made from. */
  public Provenance provenance() {
    return contents.provenance();
  }

  BaselineModel model() {
    return contents.model();
  }

  /**
   * Writes the files into a directory, which is made if it is not there.
   *
   * @throws InvalidInputException if the directory is not empty
   */
  public void write(Path directory) {
    new PackageDirectory(directory).write(files);
  }
}
