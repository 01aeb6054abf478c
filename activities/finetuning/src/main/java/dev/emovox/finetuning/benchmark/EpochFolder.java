package dev.emovox.finetuning.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
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
 * What both sides read: random weights, and decoded clips after one another with a list of their
 * lengths and classes.
 *
 * @param root the folder
 */
record EpochFolder(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 1;

  Path checkpoint() {
    return root.resolve("checkpoint");
  }

  Path waveforms() {
    return root.resolve("clips.f32");
  }

  /** JSON: {@code [[samples, class], …]} in the order of the waveforms. */
  Path list() {
    return root.resolve("clips.json");
  }

  /** Writes all three; the same input gives the same bytes. */
  void write(String architecture, BenchmarkClips clips) {
    RandomCheckpoint.of(architecture, clips.labels(), SEED).write(checkpoint());
    ArrayNode list = JSON.createArrayNode();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(waveforms()))) {
      for (int clip = 0; clip < clips.waveforms().size(); clip++) {
        float[] waveform = clips.waveforms().get(clip);
        ByteBuffer bytes =
            ByteBuffer.allocate(waveform.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(waveform);
        out.write(bytes.array());
        list.addArray().add(waveform.length).add(clips.classes().get(clip));
      }
      Files.write(list(), JSON.writeValueAsBytes(list));
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be written: %s.".formatted(root, e), e);
    }
  }

  /**
   * The clips that {@link #write} wrote; their samples stay in the file until they are asked for.
   */
  BenchmarkClips read(LabelSet labels) {
    List<Integer> lengths = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    try {
      for (JsonNode clip : JSON.readTree(list().toFile())) {
        lengths.add(clip.get(0).intValue());
        classes.add(clip.get(1).intValue());
      }
      return new BenchmarkClips(labels, MappedWaveforms.open(waveforms(), lengths), classes);
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be read: %s.".formatted(root, e), e);
    }
  }
}
