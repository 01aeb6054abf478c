package dev.emovox.cli.benchmark.features;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What both sides read: the paths of files, and their decoded samples at 16 kHz one after the
 * other.
 *
 * @param root the folder
 */
record FeatureFolder(Path root) {
  static final int SAMPLING_RATE = 16_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  Path waveforms() {
    return root.resolve("clips.f32");
  }

  /** JSON: {@code [[path, samples], …]} in the order of the waveforms. */
  Path list() {
    return root.resolve("clips.json");
  }

  /**
   * Decodes files and writes both.
   *
   * @return how many samples there are in all
   */
  long write(List<Path> files) {
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    Resampler resampler = new Resampler();
    ArrayNode list = JSON.createArrayNode();
    long samples = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(waveforms()))) {
      for (Path file : files) {
        float[] clip = resampler.resample(decoder.decode(file).clip(), SAMPLING_RATE).samples();
        ByteBuffer bytes =
            ByteBuffer.allocate(clip.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(clip);
        out.write(bytes.array());
        list.addArray().add(file.toAbsolutePath().toString()).add(clip.length);
        samples += clip.length;
      }
      Files.write(list(), JSON.writeValueAsBytes(list));
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be written: %s.".formatted(root, e), e);
    }
    return samples;
  }

  List<Path> files() {
    List<Path> files = new ArrayList<>();
    rows().forEach(row -> files.add(Path.of(row.get(0).asText())));
    return files;
  }

  /** All samples, in memory; a clip of three seconds takes 192 kB. */
  List<AudioClip> clips() {
    List<AudioClip> clips = new ArrayList<>();
    try (var in = Files.newInputStream(waveforms())) {
      for (JsonNode row : rows()) {
        float[] samples = new float[row.get(1).intValue()];
        byte[] bytes = in.readNBytes(samples.length * Float.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        clips.add(new AudioClip(samples, SAMPLING_RATE));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return clips;
  }

  private JsonNode rows() {
    try {
      return JSON.readTree(list().toFile());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private WorkFailedException unreadable(IOException e) {
    return new WorkFailedException("%s can't be read: %s.".formatted(root, e), e);
  }
}
