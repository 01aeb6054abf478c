package dev.emovox.audio.decode;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.AudioFormat;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.UnusableAudioException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * MPEG audio layer III, on JLayer. The few hundred samples that encoders put before the sound stay
 * in, as JLayer knows nothing of them.
 */
public final class Mp3Decoder implements ContainerDecoder {

  @Override
  public boolean recognises(ByteBuffer head) {
    return Mp3FrameHeader.at(head, 0) != null;
  }

  @Override
  public DecodedAudio decode(ByteBuffer content, DecodeLimits limits) {
    Mp3Index index = Mp3Index.of(content);
    Mp3FrameHeader first = index.first();
    StreamShape shape = StreamShape.of(first.sampleRate(), first.channels(), limits);
    shape.checkFrames((long) index.frames() * first.samples());
    byte[] stream = new byte[index.end() - index.start()];
    content.get(index.start(), stream);
    MonoBuffer mono = new MonoBuffer(shape);
    decode(stream, index.frames(), mono);
    AudioFormat format = new AudioFormat("mp3", first.sampleRate(), first.channels(), 0, "mp3");
    return new DecodedAudio(new AudioClip(mono.all(), first.sampleRate()), format);
  }

  private static void decode(byte[] stream, int frames, MonoBuffer mono) {
    Bitstream bits = new Bitstream(new ByteArrayInputStream(stream));
    Decoder decoder = new Decoder();
    try {
      // No more than the frames that were counted, so that a damaged stream can't go round.
      for (int i = 0; i < frames; i++) {
        Header header = bits.readFrame();
        if (header == null) {
          break;
        }
        add((SampleBuffer) decoder.decodeFrame(header, bits), mono);
        bits.closeFrame();
      }
    } catch (JavaLayerException | RuntimeException e) {
      throw asUnusable(e);
    }
  }

  /** JLayer trusts its input: what it throws on damage is often an index out of bounds. */
  private static RuntimeException asUnusable(Exception e) {
    return e instanceof UnusableAudioException unusable
        ? unusable
        : Failure.corrupt("An MP3 frame can't be decoded (" + e + ")", e);
  }

  private static void add(SampleBuffer frame, MonoBuffer mono) {
    int channels = frame.getChannelCount();
    int count = frame.getBufferLength() / channels;
    short[] samples = frame.getBuffer();
    mono.reserve(count);
    for (int i = 0; i < count; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += samples[i * channels + channel];
      }
      mono.add(sum / (channels * 32_768.0));
    }
  }
}
