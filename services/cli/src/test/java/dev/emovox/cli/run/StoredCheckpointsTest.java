package dev.emovox.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.experiment.ResolvedCheckpoint;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCheckpointsTest {
  @TempDir Path folder;

  @Test
  void importsAndSaysFromWhere() {
    FakeWorkplace workplace = new FakeWorkplace(folder);
    StoredCheckpoints checkpoints = new StoredCheckpoints(workplace, TransferListener.none());
    ImportSource source = new ImportSource.Folder(folder);
    ResolvedCheckpoint resolved = checkpoints.imported(source);
    assertThat(workplace.fakeCheckpoints().imported()).containsExactly(source);
    assertThat(resolved.digest()).isEqualTo(Statuses.digest("checkpoint"));
    assertThat(resolved.layers()).hasValue(12);
    assertThat(resolved.origin()).isEqualTo("commit %s of https://hub".formatted("c".repeat(40)));
  }

  @Test
  void takesOnlyDigestsThatAreStored() {
    StoredCheckpoints checkpoints =
        new StoredCheckpoints(new FakeWorkplace(folder), TransferListener.none());
    Digest stored = Statuses.digest("checkpoint");
    assertThat(checkpoints.stored(stored).digest()).isEqualTo(stored);
    assertThatThrownBy(() -> checkpoints.stored(Digest.of("other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("./emovox model import");
  }
}
