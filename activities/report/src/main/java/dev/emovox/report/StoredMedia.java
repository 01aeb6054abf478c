package dev.emovox.report;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.ArtifactReader;
import dev.emovox.report.data.ConfusedClip;
import dev.emovox.report.page.PageMedia;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pictures and sounds for one page from what is stored, within limits: a page is to be sent by mail
 * and opened on a telephone.
 */
final class StoredMedia implements PageMedia {
  /** Of all sounds together, in bytes. */
  static final long SOUND_ROOM = 5_000_000;

  private static final long LARGEST_PICTURE = 3_000_000;

  private final ArtifactReader artifacts;
  private final Function<Digest, byte[]> clips;
  private final boolean withSounds;
  private long room = SOUND_ROOM;

  StoredMedia(ArtifactReader artifacts, Function<Digest, byte[]> clips, boolean withSounds) {
    this.artifacts = artifacts;
    this.clips = clips;
    this.withSounds = withSounds;
  }

  @Override
  public Optional<String> picture(ArtifactRef picture) {
    if (picture.bytes() > LARGEST_PICTURE) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(artifacts.bytes(picture), StandardCharsets.UTF_8));
    } catch (WorkFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> sound(ConfusedClip.Audio clip) {
    if (!withSounds || clip.bytes() > room) {
      return Optional.empty();
    }
    try {
      byte[] sound = clips.apply(clip.digest());
      room -= sound.length;
      return Optional.of(sound);
    } catch (WorkFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean hasSounds() {
    return withSounds;
  }
}
