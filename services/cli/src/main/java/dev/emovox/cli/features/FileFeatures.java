package dev.emovox.cli.features;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.document.FeaturesDocument;
import dev.emovox.cli.prediction.EachFile;
import dev.emovox.cli.prediction.FileSound;
import dev.emovox.domain.FeatureSettings;
import java.nio.file.Path;
import java.util.List;
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
    return new EachFile<>(this::extract).of(files, each);
  }

  private FeaturesDocument extract(Path file) {
    FileSound sound = FileSound.read(file, decoder);
    if (sound instanceof FileSound.Heard heard) {
      DecodedAudio audio = heard.audio();
      return FeaturesDocument.of(file.toString(), audio, settings, extractor.extract(audio.clip()));
    }
    return new FeaturesDocument.Refused(file.toString(), ((FileSound.Refused) sound).reason());
  }
}
