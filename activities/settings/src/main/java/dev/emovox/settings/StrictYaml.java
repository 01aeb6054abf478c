package dev.emovox.settings;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads YAML into records and takes nothing that it does not understand.
 *
 * <p>Keys are the snake_case names of record components, or what {@code @JsonProperty} says. Every
 * component must be given, except
 *
 * <ul>
 *   <li>those of type {@code Optional<T>}, which are empty when absent;
 *   <li>those with {@code @JsonProperty(defaultValue = "…")}, whose text is then read as YAML, so
 *       that {@code "[]"} and {@code "{}"} are the empty list and map.
 * </ul>
 *
 * <p>Components may be records, {@code String}, {@code int}, {@code long}, {@code double}, {@code
 * boolean}, enums (by {@code @JsonProperty} or in kebab-case), {@code URI}, {@code Path}, {@code
 * List}, {@code Map}, {@code Optional}, types with a one-argument {@code @JsonCreator}, and
 * interfaces with {@code @JsonTypeInfo} and {@code @JsonSubTypes}. An {@code
 * IllegalArgumentException} of a record's constructor becomes an error with the record's place.
 *
 * <p>Unknown and repeated keys, missing or empty values, wrong types, tags, aliases of collections,
 * deep nesting and huge documents are {@link InvalidInputException}s that name file, line and key
 * and, where one is near, the right spelling. Nothing in a document is ever run.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class StrictYaml {
  private static final long MOST_BYTES = 4_000_000;

  /**
   * Reads one document.
   *
   * @param sourceName what messages call the text, usually its file name
   * @throws InvalidInputException if the text is not YAML or does not fit the type
   */
  public <T> T read(String text, String sourceName, Class<T> type) {
    return YamlReader.read(text, sourceName, type);
  }

  /**
   * Reads the value of one key of a document, whatever else is in it.
   *
   * @param sourceName what messages call the text, usually its file name
   * @return nothing if the document has no such key
   * @throws InvalidInputException if the text is not YAML with keys, or the value does not fit the
   *     type
   */
  public <T> Optional<T> readKey(String text, String sourceName, String key, Class<T> type) {
    return YamlReader.readKey(text, sourceName, key, type);
  }

  /**
   * Reads a UTF-8 file.
   *
   * @throws InvalidInputException if the file can't be read, is not YAML or does not fit the type
   */
  public <T> T read(Path file, Class<T> type) {
    return read(text(file), file.toString(), type);
  }

  /**
   * The text of a configuration file.
   *
   * @throws InvalidInputException if it can't be read or is not UTF-8
   */
  public String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidInputException(file + " is too large for a configuration file.");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " can't be read: " + e.getMessage() + ".", e);
    }
  }
}
