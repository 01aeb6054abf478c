package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalCoresTest {
  @TempDir Path folder;

  @Test
  void countsThreadsOfOneCoreOnce() throws IOException {
    processor(0, "0,4");
    processor(1, "1,5");
    processor(4, "0,4");
    processor(5, "1,5");
    allowed("0-1,4-5");
    assertThat(cores().count(4)).isEqualTo(2);
  }

  @Test
  void countsWhatThisProcessMayUse() throws IOException {
    processor(0, "0");
    processor(1, "1");
    processor(2, "2");
    allowed("1-2");
    assertThat(cores().count(2)).isEqualTo(2);
  }

  @Test
  void keepsToAContainersQuota() throws IOException {
    processor(0, "0");
    processor(1, "1");
    allowed("0-1");
    assertThat(cores().count(1)).isEqualTo(1);
  }

  @Test
  void believesTheRuntimeWhereTheKernelDoesNotTell() throws IOException {
    assertThat(cores().count(6)).isEqualTo(6);
    allowed("0-x");
    assertThat(cores().count(6)).isEqualTo(6);
  }

  private PhysicalCores cores() {
    return new PhysicalCores(folder, folder.resolve("status"));
  }

  private void processor(int number, String siblings) throws IOException {
    Path topology = folder.resolve("cpu" + number + "/topology");
    Files.createDirectories(topology);
    Files.writeString(topology.resolve("thread_siblings_list"), siblings + "\n");
  }

  private void allowed(String list) throws IOException {
    Files.writeString(folder.resolve("status"), "Name:\tjava\nCpus_allowed_list:\t" + list + "\n");
  }
}
