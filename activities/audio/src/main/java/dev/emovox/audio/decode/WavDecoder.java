package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * RIFF WAVE (also RIFX and RF64): integers of 8 to 32 bits, floats, mu-law and A-law. Chunks that
 * are not known are skipped. A last frame that is not whole is left out.
 */
public final class WavDecoder implements ContainerDecoder {
  private static final int FIRST_CHUNK = 12;

  /** A size that a program writes which can't go back to fill it in: the data go to the end. */
  private static final long UNKNOWN_SIZE = 0xffff_ffffL;

  @Override
  public boolean recognises(ByteBuffer head) {
    return Signature.isAt(head, 8, "WAVE")
        && (Signature.isAt(head, 0, "RIFF")
            || Signature.isAt(head, 0, "RIFX")
            || Signature.isAt(head, 0, "RF64"));
  }

  @Override
  public DecodedAudio decode(ByteBuffer content, DecodeLimits limits) {
    boolean big = Signature.isAt(content, 0, "RIFX");
    ByteBuffer file =
        content.duplicate().order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Chunks chunks = new Chunks(file, FIRST_CHUNK);
    PcmLayout layout = null;
    for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
      if (chunk.id().equals("fmt ") && layout == null) {
        layout = WavFormat.read(chunk, limits);
      } else if (chunk.id().equals("data")) {
        return samples(layout, chunk);
      }
    }
    throw noSound(chunks, file);
  }

  private static DecodedAudio samples(PcmLayout layout, Chunk data) {
    if (layout == null) {
      throw Failure.corrupt("The chunk 'data' comes before any chunk 'fmt '");
    }
    if (!data.isWhole() && data.announcedBytes() != UNKNOWN_SIZE) {
      throw Failure.truncated(
          "The chunk 'data' announces %d bytes and %d are there"
              .formatted(data.announcedBytes(), data.body().limit()));
    }
    return layout.read("wav", data.body(), data.body().limit() / layout.frameBytes());
  }

  private static RuntimeException noSound(Chunks chunks, ByteBuffer file) {
    long announced = file.limit() < 8 ? 0 : (file.getInt(4) & 0xffff_ffffL) + 8;
    String what = "The WAV file has no chunk 'data'";
    boolean cut = chunks.endedEarly() || announced > file.limit();
    return cut ? Failure.truncated(what) : Failure.corrupt(what);
  }
}
