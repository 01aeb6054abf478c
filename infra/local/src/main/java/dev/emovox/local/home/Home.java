package dev.emovox.local.home;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder with everything that a local stack keeps: data, logs, secrets, installed servers. Two
 * homes never share anything.
 *
 * @param folder absolute; need not exist
 */
public record Home(Path folder) {
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Makes the folders, readable by this user only.
   *
   * @throws InvalidInputException when they can't be made
   */
  public Home create() {
    try {
      for (Path each : new Path[] {folder, data(), logs(), secrets(), run()}) {
        Files.createDirectories(each);
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
      }
      return this;
    } catch (IOException e) {
      throw new InvalidInputException(
          "The home %s can't be made: %s. Set EMOVOX_HOME to a folder that you can write to."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Data of the servers, a folder each. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Log files, {@code NAME.log} each. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** The log of one service. */
  public Path log(String service) {
    return logs().resolve(service + ".log");
  }

  /** Secrets, a file each, so that processes are told a file's name and never the secret. */
  public Path secrets() {
    return folder.resolve("secrets");
  }

  /** What belongs to the running stack only. */
  public Path run() {
    return folder.resolve("run");
  }
}
