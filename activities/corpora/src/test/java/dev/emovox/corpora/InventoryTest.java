package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void writeFiles() {
    root = folder.resolve("root");
    Sounds.write(root, "TESS/OAF_back_angry.wav", 1);
    Sounds.write(root, "TESS/OAF_back_sad.wav", 2);
  }

  private static Digest digest(Path... roots) {
    return new Inventory().digest(List.of(roots));
  }

  @Test
  void dependsOnNamesAndContentOnly() throws IOException {
    Digest before = digest(root);
    Path moved = Files.move(root, folder.resolve("moved"));

    assertThat(digest(moved)).isEqualTo(before);
  }

  @Test
  void seesEveryChange() throws IOException {
    Digest before = digest(root);
    Path file = root.resolve("TESS/OAF_back_sad.wav");

    Sounds.write(root, "TESS/OAF_back_sad.wav", 3);
    Digest changed = digest(root);
    Files.move(file, root.resolve("TESS/OAF_bean_sad.wav"));
    Digest renamed = digest(root);
    Files.delete(root.resolve("TESS/OAF_bean_sad.wav"));
    Digest deleted = digest(root);

    assertThat(List.of(before, changed, renamed, deleted)).doesNotHaveDuplicates();
    assertThat(digest(root, root)).isNotEqualTo(deleted);
  }

  @Test
  void tellsTheContentOfEveryFile() throws IOException {
    List<String> told = new ArrayList<>();
    Digest digest =
        new Inventory().digest(List.of(root), (content, bytes) -> told.add(content + " " + bytes));

    Path angry = root.resolve("TESS/OAF_back_angry.wav");
    Path sad = root.resolve("TESS/OAF_back_sad.wav");
    assertThat(told)
        .containsExactly(
            Digest.of(angry) + " " + Files.size(angry), Digest.of(sad) + " " + Files.size(sad));
    assertThat(digest)
        .isEqualTo(
            Digest.of(
                "root \nREGULAR %s TESS/OAF_back_angry.wav\nREGULAR %s TESS/OAF_back_sad.wav"
                    .formatted(Digest.of(angry), Digest.of(sad))));
  }

  @Test
  void canKeepToTheFoldersOfCorpora() {
    Inventory inventory = new Inventory(StoredDefinitions.library().all());
    Sounds.write(root, "other/notes.wav", 1);
    Digest before = inventory.digest(List.of(root));

    Sounds.write(root, "other/notes.wav", 2);
    assertThat(inventory.digest(List.of(root))).isEqualTo(before);
    Sounds.write(root, "another/notes.wav", 2);
    assertThat(inventory.digest(List.of(root))).isNotEqualTo(before);
  }

  @Test
  void wantsFoldersThatExist() {
    assertThatThrownBy(() -> digest(folder.resolve("missing")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing");
  }
}
