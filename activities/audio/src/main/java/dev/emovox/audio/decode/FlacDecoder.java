package dev.emovox.audio.decode;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.AudioFormat;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import java.nio.ByteBuffer;

/**
 * FLAC of up to 24 bits (RFC 9639). Every checksum is verified, the number of samples and the MD5
 * of the whole too where the file has them. What follows the announced samples is not read.
 */
public final class FlacDecoder implements ContainerDecoder {
  private static final String MAGIC = "fLaC";
  private static final int BLOCK_HEADER_BYTES = 4;

  @Override
  public boolean recognises(ByteBuffer head) {
    return Signature.isAt(head, 0, MAGIC);
  }

  @Override
  public DecodedAudio decode(ByteBuffer content, DecodeLimits limits) {
    FlacStreamInfo stream = streamInfo(content, limits);
    BitReader bits = new BitReader(content, endOfMetadata(content));
    float[] samples = samples(stream, new FlacFrames(stream, bits));
    int rate = stream.shape().sampleRate();
    AudioFormat format =
        new AudioFormat("flac", rate, stream.shape().channels(), stream.bitsPerSample(), "flac");
    return new DecodedAudio(new AudioClip(samples, rate), format);
  }

  private static FlacStreamInfo streamInfo(ByteBuffer content, DecodeLimits limits) {
    int start = MAGIC.length() + BLOCK_HEADER_BYTES;
    if (content.limit() < start + FlacStreamInfo.BYTES) {
      throw Failure.truncated("The FLAC file ends in its first block");
    }
    int header = content.getInt(MAGIC.length());
    if ((header & 0x7fff_ffff) != FlacStreamInfo.BYTES) {
      throw Failure.corrupt("The FLAC file does not begin with a STREAMINFO block");
    }
    return FlacStreamInfo.read(content.slice(start, FlacStreamInfo.BYTES), limits);
  }

  private static int endOfMetadata(ByteBuffer content) {
    long position = MAGIC.length();
    boolean last = false;
    while (!last) {
      if (position + BLOCK_HEADER_BYTES > content.limit()) {
        throw Failure.truncated("The FLAC file ends in its metadata");
      }
      int header = content.getInt((int) position);
      last = header < 0;
      position += BLOCK_HEADER_BYTES + (header & 0xff_ffff);
    }
    if (position > content.limit()) {
      throw Failure.truncated("The FLAC file ends in its metadata");
    }
    return (int) position;
  }

  private static float[] samples(FlacStreamInfo stream, FlacFrames frames) {
    MonoBuffer mono = new MonoBuffer(stream.shape());
    FlacDigest digest = new FlacDigest(stream.bitsPerSample());
    long announced = stream.totalFrames() == 0 ? Long.MAX_VALUE : stream.totalFrames();
    while (mono.size() < announced && !frames.atEnd()) {
      int size = frames.read();
      mono.reserve(size);
      mix(frames, size, stream, mono);
      digest.add(frames, stream.shape().channels(), size);
    }
    checkLength(stream, mono.size());
    if (stream.knowsMd5() && !digest.matches(stream.md5())) {
      throw Failure.corrupt("The samples of the FLAC file differ from its MD5");
    }
    return mono.all();
  }

  private static void mix(FlacFrames frames, int size, FlacStreamInfo stream, MonoBuffer mono) {
    int channels = stream.shape().channels();
    double scale = Math.scalb(1.0, 1 - stream.bitsPerSample()) / channels;
    for (int i = 0; i < size; i++) {
      long sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += frames.channel(channel)[i];
      }
      mono.add(sum * scale);
    }
  }

  private static void checkLength(FlacStreamInfo stream, int decoded) {
    long announced = stream.totalFrames();
    if (announced != 0 && decoded != announced) {
      String what = "The FLAC file announces %d samples and has %d".formatted(announced, decoded);
      throw decoded < announced ? Failure.truncated(what) : Failure.corrupt(what);
    }
  }
}
