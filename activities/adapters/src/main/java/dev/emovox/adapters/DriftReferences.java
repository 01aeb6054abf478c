package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.StepKey;
import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.Sound;
import dev.emovox.drift.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Makes the references for drift of model packages. What a model heard is taken from clips of its
 * training part, some hundred of them by the order of their digests, which is a draw that every
 * machine repeats; they are decoded as the service decodes them, once for all models of a split.
 * What it says is taken from its test: of clips that it learnt from it would be too sure.
 */
public final class DriftReferences {
  private static final int CODE_VERSION = 1;

  /** Some seconds of decoding, and a tenth of the noise that windows of the service have. */
  private static final int MOST_CLIPS = 500;

  private final StageMemory memory;
  private final ArtifactStore clips;
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  /** Of clips in the given stores. */
  public DriftReferences(Stores stores) {
    this.memory = stores.memory();
    this.clips = stores.artifacts();
  }

  private record Settings(int mostClips) {}

  private record Heard(List<Sound> sounds) {}

  /**
   * Clips that a model learnt from.
   *
   * @param origin digests of what says which clips they are
   * @param digests is called once, and passes on their digests
   */
  public record TrainingPart(List<Digest> origin, Consumer<Consumer<String>> digests) {}

  /**
   * The reference of a model; empty if it learnt from, or was tested on, too few clips for one.
   *
   * @param verdicts what it said of the test part, calibrated as it will be
   */
  public Optional<DriftReference> of(LabelSet labels, TrainingPart part, List<Verdict> verdicts) {
    if (verdicts.size() < DriftReference.FEWEST_CLIPS) {
      return Optional.empty();
    }
    List<Sound> sounds = sounds(part);
    return sounds.size() < DriftReference.FEWEST_CLIPS
        ? Optional.empty()
        : Optional.of(
            DriftReference.of(
                labels,
                new DriftReference.Heard(SplitPart.TRAIN, sounds),
                new DriftReference.Said(SplitPart.TEST, verdicts)));
  }

  private List<Sound> sounds(TrainingPart part) {
    StepKey key = StepKey.of("drift-sounds", CODE_VERSION, new Settings(MOST_CLIPS), part.origin());
    return memory
        .recall(
            key,
            Heard.class,
            () ->
                new StageMemory.Made<>(
                    List.of(), new Heard(drawn(part).stream().map(this::sound).toList())))
        .summary()
        .sounds();
  }

  private static List<String> drawn(TrainingPart part) {
    PriorityQueue<String> least = new PriorityQueue<>(Comparator.reverseOrder());
    part.digests()
        .accept(
            digest -> {
              least.add(digest);
              if (least.size() > MOST_CLIPS) {
                least.remove();
              }
            });
    return least.stream().sorted().toList();
  }

  private Sound sound(String digest) {
    try {
      AudioClip clip = decoder.decode(clips.read(Digest.parse(digest))).clip();
      return Sound.of(clip.samples(), clip.sampleRate());
    } catch (InvalidInputException e) {
      throw new WorkFailedException(
          "Clip %s of the training part can't be heard for the reference of drift: %s"
              .formatted(digest, e.getMessage()),
          e);
    }
  }
}
