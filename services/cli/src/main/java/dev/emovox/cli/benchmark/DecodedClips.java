package dev.emovox.cli.benchmark;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.benchmark.clips.EvenChoice;
import dev.emovox.corpora.ClipSink;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.IngestionProgress;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.finetuning.benchmark.BenchmarkClips;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the clips of known corpora into memory, at 16 kHz.
 *
 * @param definitions {@code configs/corpora}
 */
record DecodedClips(Path definitions) {
  private static final int SAMPLING_RATE = 16_000;

  /**
   * The clips.
   *
   * @throws dev.emovox.domain.InvalidInputException if there are none
   */
  BenchmarkClips read(EpochRequest request) {
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    Resampler resampler = new Resampler();
    int most = (int) (request.longestSeconds() * SAMPLING_RATE);
    Map<String, float[]> waveforms = new HashMap<>();
    ClipSink keep =
        (digest, content) -> {
          float[] samples =
              resampler.resample(decoder.decode(content).clip(), SAMPLING_RATE, most).samples();
          synchronized (waveforms) {
            waveforms.put(digest.toString(), samples);
          }
        };
    List<ManifestRow> rows =
        new CorpusIngestion(new CorpusLibrary(definitions).all(), decoder)
            .ingest(request.data(), keep, IngestionProgress.none())
            .clips();
    return clips(new EvenChoice(request.mostClips()).of(rows), waveforms);
  }

  private static BenchmarkClips clips(List<ManifestRow> rows, Map<String, float[]> waveforms) {
    List<String> emotions = rows.stream().map(ManifestRow::emotion).distinct().sorted().toList();
    return new BenchmarkClips(
        new LabelSet(emotions),
        rows.stream().map(row -> waveforms.get(row.contentDigest())).toList(),
        rows.stream().map(row -> emotions.indexOf(row.emotion())).toList());
  }
}
