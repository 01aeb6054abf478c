package dev.emovox.local.libtorch;

import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Python whose pip copies packages from a folder, and notes what it was asked for.
 *
 * @param folder holds the packages, named by their requirement's first word
 */
record FakePip(Path folder) {
  private static final String SCRIPT =
      """
      #!/bin/sh
      if [ "$2" = venv ]; then
        mkdir -p "$3/bin" && cp "$0" "$3/bin/python3"
        exit
      fi
      while [ $# -gt 0 ]; do
        case $1 in --dest) to=$2 ;; -r) lock=$2 ;; esac
        shift
      done
      name=$(head -n 1 "$lock" | cut -d ' ' -f 1)
      echo "$name" >> "%1$s/asked"
      cp "%1$s/$name.whl" "$to/" && exit
      echo "ERROR: No matching distribution found for $name"
      exit 1
      """;

  PythonInterpreter python() throws IOException {
    Path script = Files.writeString(folder.resolve("python3"), SCRIPT.formatted(folder));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new PythonInterpreter(script, Version.parse("3.11"));
  }

  /** Puts a package where it can be downloaded from. */
  void offer(String requirement, Map<String, String> files) throws IOException {
    Path wheel = folder.resolve(requirement + ".whl");
    try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(wheel))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        archive.putNextEntry(new ZipEntry(file.getKey()));
        archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** What was downloaded, in order. */
  List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("asked"));
  }
}
