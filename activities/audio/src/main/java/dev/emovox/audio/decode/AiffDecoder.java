package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import java.nio.ByteBuffer;

/** AIFF, and AIFC with samples that are not compressed or logarithmic. */
public final class AiffDecoder implements ContainerDecoder {
  private static final int FIRST_CHUNK = 12;
  private static final int SOUND_HEADER_BYTES = 8;

  @Override
  public boolean recognises(ByteBuffer head) {
    return Signature.isAt(head, 0, "FORM")
        && (Signature.isAt(head, 8, "AIFF") || Signature.isAt(head, 8, "AIFC"));
  }

  @Override
  public DecodedAudio decode(ByteBuffer content, DecodeLimits limits) {
    boolean compressed = Signature.isAt(content, 8, "AIFC");
    Chunks chunks = new Chunks(content, FIRST_CHUNK);
    AiffFormat format = null;
    Chunk sound = null;
    Chunk chunk = chunks.next();
    while (chunk != null && (format == null || sound == null)) {
      if (chunk.id().equals("COMM") && format == null) {
        format = AiffFormat.read(chunk, compressed, limits);
      } else if (chunk.id().equals("SSND") && sound == null) {
        sound = chunk;
      }
      chunk = chunks.next();
    }
    if (format == null) {
      throw missing("COMM", chunks, sound);
    }
    return sound == null ? withoutSound(format, chunks) : samples(format, sound);
  }

  private static DecodedAudio withoutSound(AiffFormat format, Chunks chunks) {
    // A file without a frame needs no sound chunk.
    throw format.frames() == 0 ? Failure.empty() : missing("SSND", chunks, null);
  }

  private static RuntimeException missing(String id, Chunks chunks, Chunk sound) {
    String what = "The AIFF file has no chunk '" + id + "'";
    boolean cut = chunks.endedEarly() || (sound != null && !sound.isWhole());
    return cut ? Failure.truncated(what) : Failure.corrupt(what);
  }

  private static DecodedAudio samples(AiffFormat format, Chunk sound) {
    sound.require(SOUND_HEADER_BYTES);
    long start = SOUND_HEADER_BYTES + (sound.body().getInt(0) & 0xffff_ffffL);
    long present = Math.max(0, sound.body().limit() - start);
    long needed = format.frames() * format.layout().frameBytes();
    if (needed > present) {
      String what =
          "The AIFF file announces %d bytes of sound and %d are there".formatted(needed, present);
      throw sound.isWhole() ? Failure.corrupt(what) : Failure.truncated(what);
    }
    if (needed == 0) {
      throw Failure.empty();
    }
    ByteBuffer data = sound.body().slice((int) start, (int) needed).order(format.order());
    return format.layout().read("aiff", data, format.frames());
  }
}
