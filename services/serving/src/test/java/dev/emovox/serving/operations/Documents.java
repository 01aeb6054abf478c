package dev.emovox.serving.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML of the folder infra as plain maps and lists, read strictly. */
final class Documents {
  private static final Path INFRA = Path.of("..", "..", "infra").toAbsolutePath().normalize();

  private Documents() {}

  static Path file(String name) {
    return INFRA.resolve(name);
  }

  /** All documents of a file; a repeated key or a tag is an error. */
  static List<Map<String, Object>> read(Path file) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    List<Map<String, Object>> documents = new ArrayList<>();
    try {
      for (Object document :
          new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(file))) {
        documents.add(map(document));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  /** What lies at the end of these keys; null if there is nothing. */
  static Object at(Object document, String... keys) {
    Object value = document;
    for (String key : keys) {
      value = value == null ? null : map(value).get(key);
    }
    return value;
  }

  @SuppressWarnings("unchecked") // YAML with keys that are no text would fail where they are used.
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
