package dev.emovox.cli.plot;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.audio.spectrogram.FrequencyScale;
import dev.emovox.cli.document.ClipPictureDocument;
import dev.emovox.cli.prediction.FileContent;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.pictures.SoundPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Pictures of files, one after the other; what is wrong with one does not stop the others. */
public final class ClipPictures {
  private static final int LONGEST_NAME = 120;

  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
  private final FrequencyScale scale;
  private final OutputFolder out;
  private final Set<String> taken = new HashSet<>();

  /** Pictures on a scale of frequencies, in a folder. */
  public ClipPictures(FrequencyScale scale, OutputFolder out) {
    this.scale = scale;
    this.out = out;
  }

  /**
   * Draws every file in order.
   *
   * @param each told of every file as soon as it is done
   */
  public List<ClipPictureDocument> draw(List<Path> files, Consumer<ClipPictureDocument> each) {
    List<ClipPictureDocument> documents = new ArrayList<>();
    for (Path file : files) {
      ClipPictureDocument document = draw(file);
      each.accept(document);
      documents.add(document);
    }
    return documents;
  }

  private ClipPictureDocument draw(Path file) {
    FileContent content = FileContent.read(file);
    if (content instanceof FileContent.Unreadable unreadable) {
      return new ClipPictureDocument.Refused(file.toString(), unreadable.reason());
    }
    try {
      DecodedAudio audio = decoder.decode(((FileContent.Bytes) content).content());
      String name = file.getFileName().toString();
      String svg = SoundPicture.svg(SoundImages.of(name, audio, scale));
      Path picture = out.write(freeName(name), svg);
      return new ClipPictureDocument.Drawn(
          file.toString(), picture.toString(), audio.format().sampleRate(), audio.clip().seconds());
    } catch (UnusableAudioException e) {
      String kind = e.reason().name().toLowerCase(Locale.ROOT);
      return new ClipPictureDocument.Refused(
          file.toString(), new FileOutcome.Reason(kind, e.getMessage()));
    }
  }

  /** Files of several folders may have one name: the second's picture has a number. */
  private String freeName(String name) {
    String stem = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    String free = stem + ".svg";
    for (int i = 2; !taken.add(free); i++) {
      free = stem + "-" + i + ".svg";
    }
    return free;
  }
}
