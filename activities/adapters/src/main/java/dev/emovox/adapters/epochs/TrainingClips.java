package dev.emovox.adapters.epochs;

import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.finetuning.plan.TrainingClip;
import dev.emovox.records.rows.ClipRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of a training table.
 *
 * @param rows all of them
 * @param labels the classes in the order of logits
 */
record TrainingClips(List<ClipRow> rows, LabelSet labels) {

  /** The clips of one part, as training sees them. */
  List<TrainingClip> part(SplitPart part) {
    return rowsOf(part).stream().map(this::training).toList();
  }

  private TrainingClip training(ClipRow row) {
    return new TrainingClip(row.id(), row.speaker(), labels.index(row.emotion()), row.samples());
  }

  /** The rows of one part, in the table's order. */
  List<ClipRow> rowsOf(SplitPart part) {
    return rows.stream().filter(row -> row.part() == part).toList();
  }

  /** Where the bytes of each clip are. */
  Map<String, Digest> digests() {
    return rows.stream()
        .collect(Collectors.toMap(ClipRow::id, row -> Digest.parse(row.contentDigest())));
  }
}
