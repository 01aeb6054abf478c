package dev.emovox.serving.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Java process holds once its garbage is collected.
 *
 * @param heapBytes of all objects
 * @param residentBytes of the whole process, native memory included
 * @param classes its objects by class
 */
record ProcessMemory(long heapBytes, long residentBytes, Map<String, Objects> classes) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern CLASS = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final long KIBIBYTE = 1024;
  private static final int LISTED = 25;

  /**
   * The objects of a class.
   *
   * @param count how many
   * @param bytes of all of them
   */
  record Objects(long count, long bytes) {

    static Objects of(Matcher line) {
      return new Objects(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
    }

    Objects and(Objects more) {
      return new Objects(count + more.count, bytes + more.bytes);
    }
  }

  /** Collects the garbage of a process and looks. */
  static ProcessMemory of(long pid) throws IOException, InterruptedException {
    List<String> histogram = run(JCMD.toString(), "" + pid, "GC.class_histogram");
    Map<String, Objects> classes =
        histogram.stream()
            .map(CLASS::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(line -> line.group(3), Objects::of, Objects::and));
    String status = Files.readString(Path.of("/proc", "" + pid, "status"));
    return new ProcessMemory(
        number(TOTAL, String.join("\n", histogram)), number(RESIDENT, status) * KIBIBYTE, classes);
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
    return output.lines().toList();
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** How many objects of a class there are. */
  long count(String name) {
    return objects(name).count();
  }

  private Objects objects(String name) {
    return classes.getOrDefault(name, new Objects(0, 0));
  }

  /** The classes whose objects take more than they did, most first. */
  List<String> growthSince(ProcessMemory earlier) {
    ToLongFunction<String> growth = name -> objects(name).bytes() - earlier.objects(name).bytes();
    return classes.keySet().stream()
        .sorted(Comparator.comparingLong(growth).reversed())
        .limit(LISTED)
        .map(name -> "%s: %+d bytes".formatted(name, growth.applyAsLong(name)))
        .toList();
  }
}
