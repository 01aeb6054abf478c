package dev.emovox.cli.prediction;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Predictions for files, one after the other; what is wrong with one does not stop the others. */
public final class FilePredictions {
  private final Classifier classifier;

  public FilePredictions(Classifier classifier) {
    this.classifier = classifier;
  }

  /**
   * The outcome of every file in order.
   *
   * @param each told of every outcome as soon as it is there
   */
  public List<FileOutcome> predict(List<Path> files, Consumer<FileOutcome> each) {
    return new EachFile<>(this::predict).of(files, each);
  }

  private FileOutcome predict(Path file) {
    FileContent content = FileContent.read(file);
    return content instanceof FileContent.Bytes bytes
        ? classifier.classify(file.toString(), bytes.content())
        : new FileOutcome.Refused(file.toString(), ((FileContent.Unreadable) content).reason());
  }
}
