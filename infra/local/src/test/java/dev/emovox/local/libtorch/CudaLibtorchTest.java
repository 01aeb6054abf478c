package dev.emovox.local.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.RequirementsLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaLibtorchTest {
  private static final RequirementsLock LOCK =
      new RequirementsLock(
          """
          # made by hand
          nvidia-cublas==12.6 \\
              --hash=sha256:01 \\
              --hash=sha256:02
              # via -r libtorch.in
          torch==2.7.1 \\
              --hash=sha256:03
          """);

  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();
  private FakePip pip;
  private PythonInterpreter python;

  @BeforeEach
  void offerPackages() throws IOException {
    pip = new FakePip(Files.createDirectory(folder.resolve("index")));
    python = pip.python();
    pip.offer(
        "nvidia-cublas==12.6",
        Map.of("nvidia/cublas/lib/libcublas.so.12", "blas", "nvidia/__init__.py", "import evil"));
  }

  @Test
  void installsLibrariesAndNothingElse() throws IOException {
    offerTorch();
    CudaLibtorch libtorch = libtorch(LOCK);
    libtorch.provision();

    assertThat(libtorch.isComplete()).isTrue();
    assertThat(libtorch.libraries().resolve("libtorch_cuda.so")).hasContent("cuda");
    Path packages = folder.resolve("cuda");
    assertThat(packages.resolve("torch/version.py")).exists();
    assertThat(packages.resolve("nvidia/cublas/lib/libcublas.so.12")).exists();
    assertThat(packages.resolve("torch-2.7.1.dist-info/LICENSE")).exists();
    assertThat(packages.resolve("nvidia/__init__.py")).doesNotExist();
    assertThat(packages.resolve("torch/lib/libtorch_python.so")).doesNotExist();
    assertThat(folder.resolve("evil.so")).doesNotExist();
    assertThat(folder.resolve("cuda.part")).doesNotExist();
  }

  @Test
  void goesOnWhereItWasInterrupted() throws IOException {
    CudaLibtorch libtorch = libtorch(LOCK);
    assertThatThrownBy(libtorch::provision)
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("PYTORCH_LIBRARY_PATH");
    assertThat(libtorch.isComplete()).isFalse();
    assertThat(folder.resolve("cuda")).doesNotExist();

    offerTorch();
    libtorch.provision();
    assertThat(libtorch.isComplete()).isTrue();
    assertThat(pip.asked()).containsExactly("nvidia-cublas==12.6", "torch==2.7.1", "torch==2.7.1");
  }

  @Test
  void isInstalledOnce() throws IOException {
    offerTorch();
    libtorch(LOCK).provision();
    int asked = pip.asked().size();
    libtorch(LOCK).provision();
    assertThat(pip.asked()).hasSize(asked);
  }

  @Test
  void isMadeAgainWhenThePackagesHaveChanged() throws IOException {
    offerTorch();
    libtorch(LOCK).provision();
    CudaLibtorch newer = libtorch(new RequirementsLock("# newer\n" + LOCK.content()));
    assertThat(newer.isComplete()).isFalse();
    newer.provision();
    assertThat(newer.isComplete()).isTrue();
  }

  @Test
  void leavesAFolderAloneThatIsNotOurs() throws IOException {
    Path thesis = Files.createDirectory(folder.resolve("cuda")).resolve("thesis.txt");
    Files.writeString(thesis, "years of work");
    assertThatThrownBy(libtorch(LOCK)::provision)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_LIBTORCH_DIR");
    assertThat(thesis).hasContent("years of work");
    assertThat(folder.resolve("index/asked")).doesNotExist();
  }

  @Test
  void isForOnePlatform() {
    CudaLibtorch.checkPlatform("Linux", "amd64");
    assertThatThrownBy(() -> CudaLibtorch.checkPlatform("Mac OS X", "aarch64"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Linux on x86_64");
  }

  @Test
  void theBundledLockPinsLibtorchByDigest() {
    RequirementsLock lock = RequirementsLock.libtorch();
    assertThat(lock.version("torch")).contains("2.7.1");
    assertThat(lock.entries())
        .hasSizeGreaterThan(10)
        .allSatisfy(entry -> assertThat(entry.requirement()).contains("--hash=sha256:"));
    assertThat(lock.entries()).extracting(RequirementsLock.Entry::name).contains("torch");
  }

  private CudaLibtorch libtorch(RequirementsLock lock) {
    return new CudaLibtorch(folder.resolve("cuda"), lock, () -> python, messages::add);
  }

  private void offerTorch() throws IOException {
    pip.offer(
        "torch==2.7.1",
        Map.of(
            "torch/lib/libtorch.so", "torch",
            "torch/lib/libtorch_cuda.so", "cuda",
            "torch/lib/libtorch_python.so", "python",
            "torch/lib/../../../evil.so", "climbs out",
            "torch/version.py", "__version__ = '2.7.1+cu126'",
            "torch/__init__.py", "import evil",
            "torch-2.7.1.dist-info/LICENSE", "BSD"));
  }
}
