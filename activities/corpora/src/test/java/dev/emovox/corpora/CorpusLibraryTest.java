package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusLibraryTest {
  @TempDir private Path folder;

  private void define(String file, String yaml) throws IOException {
    Files.writeString(folder.resolve(file), yaml);
  }

  @Test
  void readsDefinitionsByName() throws IOException {
    define("berlin.yaml", CorpusDefinitionTest.BERLIN);
    define("notes.txt", "not a definition");

    CorpusLibrary library = new CorpusLibrary(folder);

    assertThat(library.all()).hasSize(1);
    assertThat(library.named("berlin").text()).isEqualTo(CorpusDefinitionTest.BERLIN);
  }

  @Test
  void suggestsTheNearestName() {
    assertThatThrownBy(() -> StoredDefinitions.library().named("ravdes"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("There is no corpus 'ravdes'")
        .hasMessageContaining("Did you mean 'ravdess'?")
        .hasMessageContaining("crema-d, ravdess, savee, tess");
  }

  @Test
  void wantsDefinitions() {
    assertThatThrownBy(() -> new CorpusLibrary(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no corpus definition");
    assertThatThrownBy(() -> new CorpusLibrary(folder.resolve("missing")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void wantsTheFileToBeNamedAsTheCorpus() throws IOException {
    define("vienna.yaml", CorpusDefinitionTest.BERLIN);

    assertThatThrownBy(() -> new CorpusLibrary(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("call the file berlin.yaml");
  }

  @Test
  void refusesTwoCorporaOfOneFolder() throws IOException {
    define("berlin.yaml", CorpusDefinitionTest.BERLIN);
    define("vienna.yaml", CorpusDefinitionTest.BERLIN.replace("name: berlin", "name: vienna"));

    assertThatThrownBy(() -> new CorpusLibrary(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "The corpora 'berlin' and 'vienna' both claim the folder name 'Berlin speech'; take it"
                + " out of one.");
  }
}
