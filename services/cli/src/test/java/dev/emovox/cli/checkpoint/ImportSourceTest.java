package dev.emovox.cli.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.artifacts.S3Location;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.HubReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSourceTest {

  @Test
  void aSourceIsAFolderAPrefixOrARepository(@TempDir Path folder) {
    assertThat(ImportSource.parse(folder.toString(), null))
        .isEqualTo(new ImportSource.Folder(folder));
    assertThat(ImportSource.parse("s3://bucket/a/b/", null))
        .isEqualTo(new ImportSource.Prefix(new S3Location("bucket", "a/b")));
    assertThat(ImportSource.parse("facebook/wav2vec2-base", null))
        .isEqualTo(new ImportSource.Repository(HubReference.parse("facebook/wav2vec2-base")));
  }

  @Test
  void aRevisionIsForRepositoriesOnly(@TempDir Path folder) {
    assertThat(ImportSource.parse("a/b", "v1")).hasToString("a/b@v1");
    assertThatThrownBy(() -> ImportSource.parse(folder.toString(), "v1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--revision");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "a/b/c", "/no/such/folder", "s3://bucket", "http://x/y"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ImportSource.parse(text, null))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aVersionOrADigestCanBeExported() {
    Digest digest = Digest.of("x");
    assertThat(ExportSubject.parse("12")).isEqualTo(new ExportSubject.Version("12"));
    assertThat(ExportSubject.parse(digest.toString()))
        .isEqualTo(new ExportSubject.Imported(digest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "champion", "sha256:12", "-1", "md5:00"})
  void nothingElseCan(String text) {
    assertThatThrownBy(() -> ExportSubject.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model import");
  }
}
