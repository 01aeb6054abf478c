package dev.emovox.local.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory and disk. */
final class MachineChecks {
  private static final double GIGA = 1e9;
  private static final double MEMORY_NEEDED = 3.5;
  private static final double DISK_NEEDED = 5;

  private final Path home;

  MachineChecks(Path home) {
    this.home = home;
  }

  List<Check> all() {
    return List.of(memory(), disk());
  }

  private static Check memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double total = system.getTotalMemorySize() / GIGA;
    return new Check(
        "memory",
        total >= MEMORY_NEEDED,
        "%.1f GB".formatted(total),
        total >= MEMORY_NEEDED
            ? ""
            : "The servers, the worker and the serving process together need about 4 GB. Run some"
                + " of the servers elsewhere and give their addresses.");
  }

  private Check disk() {
    Path existing = home.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      double free = Files.getFileStore(existing).getUsableSpace() / GIGA;
      boolean enough = free >= DISK_NEEDED;
      return new Check(
          "disk",
          enough,
          "%.1f GB free for %s".formatted(free, home),
          enough ? "" : "Have 5 GB free: servers take 1.2 GB, clips are stored once more in S3.");
    } catch (IOException e) {
      return new Check("disk", false, e.getMessage(), "Check that the home's disk is mounted.");
    }
  }
}
