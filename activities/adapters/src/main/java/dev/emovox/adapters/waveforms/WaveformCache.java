package dev.emovox.adapters.waveforms;

import dev.emovox.domain.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded waveforms in a folder of this machine, so that each clip is fetched and decoded once and
 * not in every epoch. A file appears whole under its name, and a damaged one is noticed and made
 * again, so that several processes can share the folder. When it is full, files that this process
 * has not used make room, the oldest first; those that it uses stay, because an epoch comes by all
 * of them in turn.
 *
 * <p>Trouble with the disk never stops the work; it is told once. Safe for use by several threads.
 */
public final class WaveformCache {
  private static final Logger LOG = LoggerFactory.getLogger(WaveformCache.class);

  private final Path folder;
  private final WaveformRoom room;
  private final Set<Path> used = ConcurrentHashMap.newKeySet();
  private volatile boolean complained;

  /**
   * A cache.
   *
   * @param folder is there
   * @param mostBytes how much disk it may take
   */
  public WaveformCache(Path folder, long mostBytes) {
    this.folder = folder;
    this.room = new WaveformRoom(folder, mostBytes);
  }

  /** The waveform of a clip as it was kept; nothing if it was not, or is damaged. */
  Optional<float[]> find(Digest clip, WaveformForm form) {
    Path file = file(clip, form);
    try {
      Optional<float[]> waveform = WaveformFile.read(Files.readAllBytes(file));
      if (waveform.isEmpty()) {
        LOG.warn("{} is damaged; the clip is decoded again", file);
      }
      used.add(file);
      return waveform;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      complain(e);
      return Optional.empty();
    }
  }

  /** Keeps a waveform if there is room for it. */
  void keep(Digest clip, WaveformForm form, float[] waveform) {
    byte[] content = WaveformFile.write(waveform);
    Path file = file(clip, form);
    try {
      if (room.make(content.length, used)) {
        write(file, content);
        used.add(file);
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path partial = Files.createTempFile(file.getParent(), ".", ".partial");
    try {
      Files.write(partial, content);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private Path file(Digest clip, WaveformForm form) {
    String hex = clip.hex();
    return folder
        .resolve(hex.substring(0, 2))
        .resolve(
            "%s-%d-%d-v%d.f32"
                .formatted(
                    hex, form.samplingRate(), form.mostSamples(), WaveformForm.DECODER_VERSION));
  }

  private void complain(IOException e) {
    if (!complained) {
      complained = true;
      LOG.warn("Waveforms can't be kept in {} ({}); clips are decoded in every epoch", folder, e);
    }
  }
}
