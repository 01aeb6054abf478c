package dev.emovox.cli.schedule;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import dev.emovox.settings.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds, reads and checks schedules. */
public final class ScheduleLoader {
  private static final String SUFFIX = ".yaml";

  private final Path folder;
  private final StrictYaml yaml = new StrictYaml();

  /**
   * Reads schedules of a checkout.
   *
   * @param folder where they lie
   */
  public ScheduleLoader(Path folder) {
    this.folder = folder;
  }

  /**
   * All schedules of the folder, by file name.
   *
   * @throws InvalidInputException if a file is wrong, with its line, or two have the same id
   */
  public List<WrittenSchedule> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return load(
          files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList());
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder of schedules %s can't be read. Name files instead.".formatted(folder), e);
    }
  }

  /**
   * The schedules of some files.
   *
   * @throws InvalidInputException as of {@link #all}
   */
  public List<WrittenSchedule> load(List<Path> files) {
    Map<String, Path> seen = new HashMap<>();
    List<WrittenSchedule> schedules = new ArrayList<>();
    for (Path file : files) {
      WrittenSchedule schedule = load(file);
      Path other = seen.putIfAbsent(schedule.file().id(), file);
      if (other != null) {
        throw new InvalidInputException(
            "%s and %s both call their schedule '%s'. Give one of them another id."
                .formatted(other, file, schedule.file().id()));
      }
      schedules.add(schedule);
    }
    return schedules;
  }

  private WrittenSchedule load(Path file) {
    String text = yaml.text(file);
    ScheduleFile read = yaml.read(text, file.toString(), ScheduleFile.class);
    EditableYaml lines = EditableYaml.parse(text, file.toString());
    return new WrittenSchedule(file, read, new ScheduleFileRules(file, lines).rules(read));
  }
}
