package dev.emovox.wav2vec2.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of a Hugging Face folder make the checkpoint: configuration and preprocessing, and
 * one form of the weights, {@code safetensors} before pickles and whole before sharded. Anything
 * else (optimiser states, other frameworks' weights, tokenisers) is not needed.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class CheckpointSelection {
  /** More shards than any checkpoint of this architecture has. */
  private static final int MOST_SHARDS = 1000;

  private static final String CONFIGURATION = "config.json";

  /** Where the preprocessing is told; newer folders have the second. */
  private static final List<String> PREPROCESSING =
      List.of("preprocessor_config.json", "processor_config.json");

  private static final String INDEX = ".index.json";
  private static final List<String> WEIGHTS = List.of("model.safetensors", "pytorch_model.bin");
  private static final Pattern SHARD =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.(?:safetensors|bin)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private CheckpointSelection() {}

  /** Reads a small file of the folder. */
  @FunctionalInterface
  public interface FileReader {
    /** The content of a file. */
    byte[] read(String name);
  }

  /**
   * The files that are needed, by name.
   *
   * @param names all files of the folder
   * @param folder what messages call it
   * @param reader reads the list of shards, where there is one
   * @throws InvalidInputException if configuration or weights are missing, or the list of shards is
   *     not one
   */
  public static NavigableSet<String> choose(
      Collection<String> names, String folder, FileReader reader) {
    if (!names.contains(CONFIGURATION)) {
      throw incomplete(folder, "no " + CONFIGURATION);
    }
    NavigableSet<String> chosen = new TreeSet<>(List.of(CONFIGURATION));
    PREPROCESSING.stream().filter(names::contains).findFirst().ifPresent(chosen::add);
    String weights =
        weights(names)
            .orElseThrow(
                () -> incomplete(folder, "none of model.safetensors and pytorch_model.bin"));
    chosen.add(weights);
    if (weights.endsWith(INDEX)) {
      List<String> shards = shards(folder + "/" + weights, reader.read(weights));
      List<String> missing = shards.stream().filter(shard -> !names.contains(shard)).toList();
      if (!missing.isEmpty()) {
        throw incomplete(folder, "no " + String.join(", no ", missing));
      }
      chosen.addAll(shards);
    }
    return chosen;
  }

  private static Optional<String> weights(Collection<String> names) {
    return WEIGHTS.stream()
        .flatMap(name -> List.of(name, name + INDEX).stream())
        .filter(names::contains)
        .findFirst();
  }

  private static InvalidInputException incomplete(String folder, String what) {
    return new InvalidInputException(
        "%s is no checkpoint of Hugging Face's transformers: it has %s. Name one that has configuration and weights for PyTorch."
            .formatted(folder, what));
  }

  private static List<String> shards(String index, byte[] content) {
    JsonNode map = parsed(index, content).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw noIndex(index, "it has no weight_map", null);
    }
    SortedSet<String> shards = new TreeSet<>();
    for (JsonNode shard : map) {
      if (!SHARD.matcher(shard.asText()).matches()) {
        throw noIndex(index, "a shard's name is not that of a file beside it", null);
      }
      shards.add(shard.asText());
    }
    if (shards.size() > MOST_SHARDS) {
      throw noIndex(index, "it names " + shards.size() + " files", null);
    }
    return new ArrayList<>(shards);
  }

  private static JsonNode parsed(String index, byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw noIndex(index, "it is not JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static InvalidInputException noIndex(String index, String why, Exception cause) {
    return new InvalidInputException(
        "%s is no list of shards: %s. Get the checkpoint again from where it was made."
            .formatted(index, why),
        cause);
  }
}
