package dev.emovox.wav2vec2.engine.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A class path that is a folder, with libraries of a few bytes. */
record FakeResources(Path folder) {
  static final String PLATFORM = "linux-test";

  void nativeInterfaces(String versions, String... flavors) throws IOException {
    write("jnilib/pytorch.properties", "jni_version=" + versions);
    for (String flavor : flavors) {
      write(
          "jnilib/%s/%s/%s".formatted(PLATFORM, flavor, System.mapLibraryName("djl_torch")),
          "interface");
    }
  }

  void bundle(String version, String platform) throws IOException {
    write(
        "native/lib/pytorch.properties",
        "version=%s%nflavor=cpu%nclassifier=%s%nlibraries=libc10.so,libtorch.so"
            .formatted(version, platform));
    write("pytorch/cpu/%s/libc10.so".formatted(platform), "core");
    write("pytorch/cpu/%s/libtorch.so".formatted(platform), "torch");
  }

  NativeResources open() {
    return open(Optional.empty());
  }

  NativeResources open(Optional<BuiltInterface> built) {
    try {
      URL[] path = {folder.toUri().toURL()};
      return new NativeResources(new URLClassLoader(path, null), PLATFORM, built);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
