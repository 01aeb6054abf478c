package dev.emovox.audio.augmentation.noise;

import dev.emovox.domain.InvalidInputException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Clips by who speaks them, so that a clip's babble is made of other people alone: a speaker who is
 * heard behind his own speech would be no stranger. Safe for use by several threads if the reader
 * is.
 */
public final class SpeakerVoices {
  private final List<SpokenClip> clips;
  private final Function<String, float[]> reader;
  private final Map<String, Stretch> speakers = new HashMap<>();

  /**
   * A clip and who speaks it.
   *
   * @param speaker empty if unknown
   * @param id by which it is read
   */
  public record SpokenClip(String speaker, String id) {}

  /** Where a speaker's clips are among all. */
  private record Stretch(int first, int end) {}

  /**
   * Voices of clips.
   *
   * @param clips in any order
   * @param reader gives the samples of a clip, at the rate of the clips that they are added to
   */
  public SpeakerVoices(Collection<SpokenClip> clips, Function<String, float[]> reader) {
    this.clips =
        clips.stream()
            .sorted(Comparator.comparing(SpokenClip::speaker).thenComparing(SpokenClip::id))
            .toList();
    this.reader = reader;
    for (int i = 0; i < this.clips.size(); i++) {
      Stretch own = new Stretch(i, i + 1);
      speakers.merge(
          this.clips.get(i).speaker(), own, (its, next) -> new Stretch(its.first(), next.end()));
    }
  }

  /**
   * Sees to it that every speaker has others.
   *
   * @throws InvalidInputException if all clips are of one
   */
  public void requireOthers() {
    for (String speaker : speakers.keySet()) {
      if (otherThan(speaker).count() == 0) {
        throw new InvalidInputException(
            ("Noise of the colour babble is made of other people's clips, and all clips of the"
                    + " training part are of %s. Choose white or pink, or a split with more"
                    + " speakers.")
                .formatted(speaker));
      }
    }
  }

  /** The voices of all speakers but one; of all, if it is not known who speaks. */
  public Voices otherThan(String speaker) {
    Stretch nobody = new Stretch(clips.size(), clips.size());
    return new Others(speaker.isEmpty() ? nobody : speakers.getOrDefault(speaker, nobody));
  }

  private final class Others implements Voices {
    private final Stretch left;

    Others(Stretch left) {
      this.left = left;
    }

    @Override
    public int count() {
      return clips.size() - width();
    }

    @Override
    public float[] voice(int index) {
      return reader.apply(clips.get(index < left.first() ? index : index + width()).id());
    }

    private int width() {
      return left.end() - left.first();
    }
  }
}
