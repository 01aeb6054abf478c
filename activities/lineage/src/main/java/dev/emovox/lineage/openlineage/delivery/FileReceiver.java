package dev.emovox.lineage.openlineage.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file with one event a line. Each is added in one write, so that workers on a machine may share
 * the file.
 *
 * @param file made if it is not there
 */
record FileReceiver(Path file) implements EventReceiver {

  @Override
  public void send(byte[] event) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(event.length + 1);
    line.write(event);
    line.write('\n');
    Files.write(file, line.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
