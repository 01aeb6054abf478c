package dev.emovox.wav2vec2.engine.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The native libraries that lie on the class path: DJL's interface to libtorch in several flavors,
 * and libtorch itself for one platform.
 *
 * @param loader finds them
 * @param platform such as {@code linux-x86_64}
 * @param built an interface that was built for another libtorch and takes the place of those on the
 *     class path
 */
record NativeResources(ClassLoader loader, String platform, Optional<BuiltInterface> built) {
  /** Those of this program, found as DJL finds them, for a user with these variables. */
  static NativeResources of(Map<String, String> environment) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return new NativeResources(
        context == null ? NativeResources.class.getClassLoader() : context,
        PlatformName.ofThisMachine(),
        BuiltInterface.named(environment));
  }

  /** The only version of libtorch that the native interface fits. */
  String version() {
    return built.map(BuiltInterface::version).orElseGet(() -> interfaceVersion()[0]);
  }

  /** Where libtorch's interface of a flavor lies; empty if there is none for this platform. */
  Optional<URL> nativeInterface(String flavor) {
    if (built.isPresent()) {
      return built.map(BuiltInterface::url);
    }
    return Optional.ofNullable(
        loader.getResource("jnilib/%s/%s/%s".formatted(platform, flavor, interfaceFile())));
  }

  /** The flavor of the native interface for graphics cards; empty if there is none. */
  Optional<String> cudaFlavor() {
    // One version of DJL has one CUDA flavor; it serves every libtorch of CUDA 12.
    return List.of("cu128", "cu126", "cu124").stream()
        .filter(flavor -> nativeInterface(flavor).isPresent())
        .findFirst();
  }

  /** The libtorch that is brought along; empty if it is made for another platform. */
  Optional<Bundle> bundle() {
    Properties properties = properties("native/lib/pytorch.properties");
    if (!platform.equals(properties.getProperty("classifier"))) {
      return Optional.empty();
    }
    String flavor = properties.getProperty("flavor");
    Map<String, URL> files = new LinkedHashMap<>();
    for (String file : properties.getProperty("libraries", "").split(",", -1)) {
      files.put(file, loader.getResource("pytorch/%s/%s/%s".formatted(flavor, platform, file)));
    }
    String folder = "%s-%s-%s".formatted(properties.getProperty("version"), flavor, platform);
    return Optional.of(new Bundle(folder, flavor, files));
  }

  /** How DJL names the unpacked interface. */
  String unpackedInterface() {
    return interfaceVersion()[1] + "-" + interfaceFile();
  }

  /**
   * A libtorch on the class path.
   *
   * @param folder the name of the folder that DJL unpacks it to
   * @param flavor such as {@code cpu}
   * @param files its files by name
   */
  record Bundle(String folder, String flavor, Map<String, URL> files) {}

  private static String interfaceFile() {
    return System.mapLibraryName("djl_torch");
  }

  /** Versions of libtorch and of DJL. */
  private String[] interfaceVersion() {
    String both = properties("jnilib/pytorch.properties").getProperty("jni_version", "-");
    return both.split("-", 2);
  }

  private Properties properties(String resource) {
    Properties properties = new Properties();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + resource, e);
    }
  }
}
