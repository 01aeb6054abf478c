package dev.emovox.corpora;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.AudioFormat;
import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.corpora.FileVerdict.Candidate;
import dev.emovox.corpora.naming.ClipName;
import dev.emovox.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads, decodes and stores one clip at a time; safe for use by several threads. */
final class ClipReader {
  private final AudioDecoder decoder;
  private final ClipSink sink;
  private final long maxBytes;
  private final Set<Digest> stored = ConcurrentHashMap.newKeySet();

  ClipReader(AudioDecoder decoder, ClipSink sink, long maxBytes) {
    this.decoder = decoder;
    this.sink = sink;
    this.maxBytes = maxBytes;
  }

  ClipOutcome read(Candidate candidate) {
    try {
      if (candidate.found().bytes() > maxBytes) {
        return tooLarge(candidate);
      }
      byte[] content = content(candidate);
      return content.length > maxBytes ? tooLarge(candidate) : decode(candidate, content);
    } catch (IOException e) {
      return ClipOutcome.rejected(
          candidate.reject(RejectReason.UNREADABLE, "reading failed: " + e.getMessage()));
    }
  }

  /** Bounded, because the file may have grown since it was found. */
  private byte[] content(Candidate candidate) throws IOException {
    try (InputStream in = Files.newInputStream(candidate.found().file())) {
      return in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 16));
    }
  }

  private ClipOutcome tooLarge(Candidate candidate) {
    String detail = "more than " + maxBytes + " bytes";
    return ClipOutcome.rejected(candidate.reject(RejectReason.TOO_LARGE, detail));
  }

  private ClipOutcome decode(Candidate candidate, byte[] content) {
    try {
      DecodedAudio audio = sound(candidate, content);
      Digest digest = Digest.of(content);
      if (stored.add(digest)) {
        sink.store(digest, content);
      }
      ManifestRow row = row(candidate, audio, digest, content.length);
      return ClipOutcome.decoded(new DecodedClip(row, candidate.name()));
    } catch (UnusableAudioException e) {
      return ClipOutcome.rejected(candidate.reject(RejectReason.of(e.reason()), e.getMessage()));
    }
  }

  private DecodedAudio sound(Candidate candidate, byte[] content) {
    try {
      return decoder.decode(content);
    } catch (UnusableAudioException e) {
      throw e;
    } catch (RuntimeException e) {
      // A bug of the decoder; whoever looks for it needs the file.
      throw new IllegalStateException("decoding " + candidate.found().path() + " failed", e);
    }
  }

  private static ManifestRow row(
      Candidate candidate, DecodedAudio audio, Digest digest, long bytes) {
    ClipName name = candidate.name();
    AudioFormat format = audio.format();
    return new ManifestRow(
        candidate.id(),
        candidate.corpus(),
        candidate.found().path(),
        digest.toString(),
        digest(audio.clip()).toString(),
        candidate.corpus() + ":" + name.speaker(),
        name.sex(),
        name.sentence(),
        name.emotion(),
        name.intensity(),
        name.repetition(),
        format.container(),
        format.sampleRate(),
        format.channels(),
        audio.clip().seconds(),
        bytes);
  }

  /** Over the rate and the samples, both big-endian. */
  private static Digest digest(AudioClip clip) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * clip.samples().length);
    buffer.putInt(clip.sampleRate());
    buffer.asFloatBuffer().put(clip.samples());
    return Digest.of(buffer.array());
  }
}
