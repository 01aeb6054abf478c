package dev.emovox.serving.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files of forms, which the framework keeps on disk while the request lasts. */
public final class UploadedFile {
  private UploadedFile() {}

  /** All bytes of a file. */
  public static byte[] content(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the uploaded file", e);
    }
  }
}
