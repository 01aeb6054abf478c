package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.Digest;
import dev.emovox.serving.model.EmotionModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A clip that is ready for a model, and its windows.
 *
 * @param seconds duration as it was sent
 * @param digest of the bytes that were sent
 * @param whole as the model hears it
 * @param parts the windows, if they were asked for
 */
record HeardClip(double seconds, Digest digest, AudioClip whole, List<Part> parts) {

  /**
   * A window.
   *
   * @param window where it is
   * @param prepared as the model hears it; empty if it is silent
   */
  record Part(Windows.Window window, Optional<AudioClip> prepared) {

    static Part of(Windows.Window window, EmotionModel model) {
      return new Part(
          window,
          isSilent(window.clip()) ? Optional.empty() : Optional.of(model.prepare(window.clip())));
    }

    private static boolean isSilent(AudioClip clip) {
      for (float sample : clip.samples()) {
        if (Math.abs(sample) > AudioDecoder.SILENCE) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Reads, decodes, cuts and prepares.
   *
   * @param decoded is told of the clip before the model is
   */
  static HeardClip of(
      Question question, AudioDecoder decoder, EmotionModel model, Consumer<AudioClip> decoded) {
    byte[] content = question.source().read();
    AudioClip clip = decoder.decode(content).clip();
    decoded.accept(clip);
    List<Part> parts =
        question
            .windows()
            .map(windows -> windows.of(clip).stream().map(part -> Part.of(part, model)).toList())
            .orElse(List.of());
    return new HeardClip(clip.seconds(), Digest.of(content), model.prepare(clip), parts);
  }

  /** All that the model is to compute: the whole, then the windows that are not silent. */
  List<AudioClip> clips() {
    return Stream.concat(
            Stream.of(whole), parts.stream().map(Part::prepared).flatMap(Optional::stream))
        .toList();
  }
}
