package dev.emovox.cli.features;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.document.FeaturesDocument;
import dev.emovox.cli.prediction.FileContent;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.domain.FeatureSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Features of files, one after the other; what is wrong with one does not stop the others. */
public final class FileFeatures {
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
  private final FeatureSettings settings;
  private final FeatureExtractor extractor;

  /** Features of one set. */
  public FileFeatures(FeatureSettings settings) {
    this.settings = settings;
    this.extractor = new FeatureExtractor(settings);
  }

  /**
   * The features of every file in order.
   *
   * @param each told of every file as soon as it is done
   */
  public List<FeaturesDocument> extract(List<Path> files, Consumer<FeaturesDocument> each) {
    List<FeaturesDocument> documents = new ArrayList<>();
    for (Path file : files) {
      FeaturesDocument document = extract(file);
      each.accept(document);
      documents.add(document);
    }
    return documents;
  }

  private FeaturesDocument extract(Path file) {
    FileContent content = FileContent.read(file);
    if (content instanceof FileContent.Unreadable unreadable) {
      return new FeaturesDocument.Refused(file.toString(), unreadable.reason());
    }
    try {
      DecodedAudio audio = decoder.decode(((FileContent.Bytes) content).content());
      return FeaturesDocument.of(file.toString(), audio, settings, extractor.extract(audio.clip()));
    } catch (UnusableAudioException e) {
      String kind = e.reason().name().toLowerCase(Locale.ROOT);
      return new FeaturesDocument.Refused(
          file.toString(), new FileOutcome.Reason(kind, e.getMessage()));
    }
  }
}
