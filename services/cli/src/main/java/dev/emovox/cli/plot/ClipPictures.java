package dev.emovox.cli.plot;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.audio.spectrogram.FrequencyScale;
import dev.emovox.cli.document.ClipPictureDocument;
import dev.emovox.cli.prediction.EachFile;
import dev.emovox.cli.prediction.FileSound;
import dev.emovox.pictures.SoundPicture;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
    return new EachFile<>(this::draw).of(files, each);
  }

  private ClipPictureDocument draw(Path file) {
    FileSound sound = FileSound.read(file, decoder);
    return sound instanceof FileSound.Heard heard
        ? drawn(file, heard.audio())
        : new ClipPictureDocument.Refused(file.toString(), ((FileSound.Refused) sound).reason());
  }

  private ClipPictureDocument drawn(Path file, DecodedAudio audio) {
    String name = file.getFileName().toString();
    String svg = SoundPicture.svg(SoundImages.of(name, audio, scale));
    Path picture = out.write(freeName(name), svg);
    return new ClipPictureDocument.Drawn(
        file.toString(), picture.toString(), audio.format().sampleRate(), audio.clip().seconds());
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
