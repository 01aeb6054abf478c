package dev.emovox.cli.benchmark.baselines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What both sides read: {@code clips.json} with the names of the classes and the class of each
 * clip, and a file of 64-bit numbers for each feature set, clip after clip.
 *
 * @param root the folder
 */
record FitFolder(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path labels() {
    return root.resolve("clips.json");
  }

  private Path table(String set) {
    return root.resolve(set + ".f64");
  }

  void writeLabels(List<String> emotions) {
    List<String> classes = emotions.stream().distinct().sorted().toList();
    ObjectNode document = JSON.createObjectNode();
    ArrayNode names = document.putArray("classes");
    classes.forEach(names::add);
    ArrayNode labels = document.putArray("labels");
    emotions.forEach(emotion -> labels.add(classes.indexOf(emotion)));
    try {
      Files.write(labels(), JSON.writeValueAsBytes(document));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void writeTable(String set, List<double[]> rows) {
    int width = rows.get(0).length;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(rows.size() * width, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : rows) {
      for (double value : row) {
        bytes.putDouble(value);
      }
    }
    try {
      Files.write(table(set), bytes.array());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A table with its labels. */
  TrainingTable read(String set) {
    try {
      JsonNode clips = JSON.readTree(labels().toFile());
      List<String> classes = new ArrayList<>();
      clips.path("classes").forEach(name -> classes.add(name.asText()));
      int[] labels = new int[clips.path("labels").size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = clips.path("labels").get(i).intValue();
      }
      double[][] rows = rows(set, labels.length);
      List<String> names = IntStream.range(0, rows[0].length).mapToObj("f%03d"::formatted).toList();
      return new TrainingTable(names, rows, labels, new LabelSet(classes));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private double[][] rows(String set, int count) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(table(set))).order(ByteOrder.LITTLE_ENDIAN);
    double[][] rows = new double[count][bytes.remaining() / Double.BYTES / count];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = bytes.getDouble();
      }
    }
    return rows;
  }

  private WorkFailedException unusable(IOException e) {
    return new WorkFailedException("%s can't be used: %s.".formatted(root, e), e);
  }
}
