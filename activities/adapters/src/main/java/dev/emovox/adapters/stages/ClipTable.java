package dev.emovox.adapters.stages;

import dev.emovox.adapters.waveforms.WaveformForm;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the training table of a manifest and a split.
 *
 * @param form in which the network hears clips
 * @param longestSeconds clips are cut to this length
 */
record ClipTable(WaveformForm form, double longestSeconds) {

  static ClipTable of(PreprocessorConfig preprocessor, double longestSeconds) {
    return new ClipTable(
        WaveformForm.of(preprocessor.samplingRate(), longestSeconds), longestSeconds);
  }

  /** One row for each clip of the split, by id. */
  List<ClipRow> rows(List<ManifestRow> clips, List<SplitRow> split) {
    Map<String, SplitPart> parts = new HashMap<>();
    split.forEach(row -> parts.put(row.id(), row.part()));
    return clips.stream()
        .filter(clip -> parts.containsKey(clip.id()))
        .map(clip -> row(clip, parts.get(clip.id())))
        .sorted(Comparator.comparing(ClipRow::id))
        .toList();
  }

  private ClipRow row(ManifestRow clip, SplitPart part) {
    return new ClipRow(
        clip.id(),
        clip.contentDigest(),
        clip.corpus(),
        clip.speaker(),
        clip.emotion(),
        part,
        Math.min(clip.seconds(), longestSeconds),
        Math.min(resampled(clip), form.mostSamples()));
  }

  private long resampled(ManifestRow clip) {
    long samples = Math.round(clip.seconds() * clip.sampleRate());
    return (samples * form.samplingRate() + clip.sampleRate() - 1) / clip.sampleRate();
  }

  /** How many clips each part has. */
  static Map<SplitPart, Integer> count(List<ClipRow> rows) {
    Map<SplitPart, Integer> clips = new EnumMap<>(SplitPart.class);
    rows.forEach(row -> clips.merge(row.part(), 1, Integer::sum));
    return clips;
  }
}
