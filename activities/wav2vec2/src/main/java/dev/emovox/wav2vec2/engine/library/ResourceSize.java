package dev.emovox.wav2vec2.engine.library;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** How large a resource of the class path is, without reading it. */
final class ResourceSize {
  private ResourceSize() {}

  /** Its size in bytes; -1 if that is not known. */
  static long of(URL resource) throws IOException {
    if (resource.getProtocol().equals("file")) {
      return Files.size(Path.of(URI.create(resource.toString())));
    }
    URLConnection connection = resource.openConnection();
    if (connection instanceof JarURLConnection archived) {
      archived.setUseCaches(false); // else the archive would stay open
      try (JarFile archive = archived.getJarFile()) {
        return archive.getJarEntry(archived.getEntryName()).getSize();
      }
    }
    return -1;
  }
}
