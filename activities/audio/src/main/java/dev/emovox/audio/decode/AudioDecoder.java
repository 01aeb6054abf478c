package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.UnusableAudioException.Reason;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Decodes audio by what the bytes are, never by a file's name: WAV, AIFF and AIFC, FLAC and MP3,
 * mixed down to one channel by the mean. Other sound, such as Ogg Vorbis and Opus, is recognised
 * and refused as not supported.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class AudioDecoder {
  /** A clip without a sample above this amplitude (80 dB below full scale) counts as silent. */
  public static final float SILENCE = 1e-4f;

  /** A float sample beyond this is no sound by any scale that is in use. */
  private static final float ABSURD = 65_536;

  private static final List<ContainerDecoder> DECODERS =
      List.of(new WavDecoder(), new AiffDecoder(), new FlacDecoder(), new Mp3Decoder());

  private final DecodeLimits limits;

  public AudioDecoder(DecodeLimits limits) {
    this.limits = limits;
  }

  /**
   * Whether a file that begins with {@code head} (16 bytes or more are best) says that it is sound,
   * of whatever format, decoded here or not.
   */
  public static boolean looksLikeAudio(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    return Id3Tag.isAtStart(bytes)
        || ForeignFormat.of(bytes) != null
        || DECODERS.stream().anyMatch(decoder -> decoder.recognises(bytes));
  }

  /**
   * Decodes a whole file.
   *
   * @throws UnusableAudioException with the reason, if there is no usable sound in it
   */
  public DecodedAudio decode(byte[] content) {
    checkSize(content.length);
    ByteBuffer bytes = Id3Tag.skip(ByteBuffer.wrap(content));
    DecodedAudio decoded = decoderOf(bytes).decode(bytes, limits);
    checkAmplitudes(decoded.clip().samples());
    return decoded;
  }

  /**
   * Reads and decodes a file.
   *
   * @throws UnusableAudioException with the reason and the path, if there is no usable sound in it
   * @throws InvalidInputException if the file can't be read
   */
  public DecodedAudio decode(Path file) {
    try {
      checkSize(Files.size(file));
      return decode(Files.readAllBytes(file));
    } catch (UnusableAudioException e) {
      throw new UnusableAudioException(e.reason(), file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Can't read %s: %s. Check the path and its permissions".formatted(file, e), e);
    }
  }

  private static ContainerDecoder decoderOf(ByteBuffer bytes) {
    for (ContainerDecoder decoder : DECODERS) {
      if (decoder.recognises(bytes)) {
        return decoder;
      }
    }
    ForeignFormat foreign = ForeignFormat.of(bytes);
    if (foreign != null) {
      throw foreign.refusal();
    }
    throw new UnusableAudioException(
        Reason.NOT_AUDIO,
        "These bytes are not audio: they begin like no format known here. Give WAV, AIFF, FLAC"
            + " or MP3");
  }

  private void checkSize(long bytes) {
    if (bytes == 0) {
      throw new UnusableAudioException(
          Reason.EMPTY, "The file is empty. Replace it or leave it out");
    }
    if (bytes > limits.maxBytes()) {
      throw new UnusableAudioException(
          Reason.TOO_LARGE,
          "The file has %d bytes; the limit is %d. Cut it into shorter clips"
              .formatted(bytes, limits.maxBytes()));
    }
  }

  private static void checkAmplitudes(float[] samples) {
    float loudest = 0;
    for (float sample : samples) {
      // NaN is not smaller than anything, so it is caught here too.
      if (!(Math.abs(sample) < ABSURD)) {
        throw new UnusableAudioException(
            Reason.CORRUPT,
            "The sound has samples that are no numbers or beyond any scale. Write it anew");
      }
      loudest = Math.max(loudest, Math.abs(sample));
    }
    if (loudest <= SILENCE) {
      throw new UnusableAudioException(
          Reason.SILENT,
          "The clip is silent: its loudest sample is %.1e of full scale. Replace it or leave it out"
              .formatted(loudest));
    }
  }
}
