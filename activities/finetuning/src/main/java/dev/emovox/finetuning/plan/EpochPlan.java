package dev.emovox.finetuning.plan;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * All steps of an epoch. Each clip is in one batch; which, follows from the seed and from the set
 * of clips alone.
 *
 * @param steps in their order
 */
public record EpochPlan(List<PlannedStep> steps) {
  /** Batches' worth of shuffled clips that are sorted by length together. */
  private static final int BATCHES_IN_BUCKET = 32;

  public EpochPlan {
    steps = List.copyOf(steps);
  }

  /**
   * The plan of an epoch: clips are shuffled; with bucketing, neighbours are sorted by length a few
   * hundred at a time; batches are filled up to the rule's limits in this order, then shuffled; and
   * neighbouring batches make a step, the last of which may have fewer.
   *
   * @param clips in any order, each id once
   * @throws InvalidInputException if there are none
   */
  public static EpochPlan of(List<TrainingClip> clips, BatchRule rule, EpochSeed seed) {
    if (clips.isEmpty()) {
      throw new InvalidInputException(
          "There are no clips to train on; give the split's training part a larger share.");
    }
    Random random = new Random(seed.order());
    List<TrainingClip> ordered = new ArrayList<>(clips);
    ordered.sort(Comparator.comparing(TrainingClip::id));
    Collections.shuffle(ordered, random);
    if (rule.bucketing()) {
      sortBuckets(ordered, (long) rule.mostClips() * BATCHES_IN_BUCKET);
    }
    List<List<TrainingClip>> batches = batches(ordered, rule);
    if (rule.bucketing()) {
      Collections.shuffle(batches, random);
    }
    return new EpochPlan(steps(batches, rule.accumulation(), seed));
  }

  private static void sortBuckets(List<TrainingClip> clips, long bucket) {
    int size = (int) Math.min(bucket, clips.size());
    for (int from = 0; from < clips.size(); from += size) {
      clips
          .subList(from, Math.min(from + size, clips.size()))
          .sort(Comparator.comparingLong(TrainingClip::samples));
    }
  }

  private static List<List<TrainingClip>> batches(List<TrainingClip> clips, BatchRule rule) {
    List<List<TrainingClip>> batches = new ArrayList<>();
    List<TrainingClip> batch = new ArrayList<>();
    long samples = 0;
    for (TrainingClip clip : clips) {
      boolean full =
          batch.size() == rule.mostClips() || samples + rule.samples(clip) > rule.mostSamples();
      if (full && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
        samples = 0;
      }
      batch.add(clip);
      samples += rule.samples(clip);
    }
    batches.add(batch);
    return batches;
  }

  private static List<PlannedStep> steps(
      List<List<TrainingClip>> batches, int accumulation, EpochSeed seed) {
    List<PlannedStep> steps = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += accumulation) {
      int to = Math.min(from + accumulation, batches.size());
      steps.add(new PlannedStep(steps.size(), seed.step(steps.size()), batches.subList(from, to)));
    }
    return steps;
  }

  /** How many clips the epoch has. */
  public long clips() {
    return steps.stream().mapToLong(PlannedStep::clips).sum();
  }
}
