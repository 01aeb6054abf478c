package dev.emovox.local.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is wanted of a Python package: shared libraries, the file that tells libtorch's version, and
 * the licences.
 *
 * @param wheel the package, whose digest was checked
 */
record WheelLibraries(Path wheel) {
  /** Names as they must be: nothing can climb out of the target folder. */
  private static final Pattern WANTED =
      Pattern.compile(
          "torch/version\\.py"
              + "|torch/lib/lib(?!torch_python)[\\w+.-]+\\.so[\\w.]*"
              + "|(?:nvidia/[a-z_]+|cusparselt)/lib/lib[\\w+.-]+\\.so[\\w.]*"
              + "|[\\w.-]+\\.dist-info/(?:licenses/)?(?i:licen[cs]e|notice)[\\w.-]*");

  /** Copies them below the target, over what an interrupted attempt has left there. */
  void extract(Path target) throws IOException {
    try (ZipFile archive = new ZipFile(wheel.toFile())) {
      List<? extends ZipEntry> wanted =
          archive.stream().filter(entry -> WANTED.matcher(entry.getName()).matches()).toList();
      if (wanted.isEmpty()) {
        throw new IOException("no libraries in " + wheel.getFileName());
      }
      for (ZipEntry entry : wanted) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream content = archive.getInputStream(entry)) {
          Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
