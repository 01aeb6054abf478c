package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import java.nio.ByteBuffer;

/** Decodes one container format. Implementations have no state. */
public interface ContainerDecoder {

  /**
   * Whether a file is of this format.
   *
   * @param head the first bytes of the file from position 0; left as it is
   */
  boolean recognises(ByteBuffer head);

  /**
   * Decodes a file that {@link #recognises} said yes to.
   *
   * @param content the whole file from position 0; left as it is
   * @throws dev.emovox.audio.UnusableAudioException if there is no sound in it that can be decoded
   */
  DecodedAudio decode(ByteBuffer content, DecodeLimits limits);
}
