package dev.emovox.report.page;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.report.data.ConfusedClip;
import java.util.Optional;

/** What a page embeds besides its data. */
public interface PageMedia {

  /** A stored SVG picture; nothing if it can't be read. */
  Optional<String> picture(ArtifactRef picture);

  /** The bytes of a clip; nothing if it can't be read, or there is no room for it. */
  Optional<byte[]> sound(ConfusedClip.Audio clip);

  /** Whether sounds are wanted: speech is personal data. */
  boolean hasSounds();
}
