package dev.emovox.corpora;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.corpora.FileVerdict.Candidate;
import dev.emovox.corpora.FileVerdict.Ignored;
import dev.emovox.corpora.FileVerdict.Rejected;
import dev.emovox.corpora.files.Parallel;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds, names and decodes the clips of known corpora below folders.
 *
 * <p>Every file ends in the manifest, among the rejects with a reason, or, if it is no clip, among
 * the ignored ones. Clips are decoded by as many threads as there are cores, each of which holds
 * one file at a time; the result does not depend on their order. Links are not followed out of a
 * data root, and files larger than the limit are not read.
 *
 * <p>Where two files claim one clip id (two roots with the same corpus), the one of the earlier
 * root stays, and the other is a reject: {@link RejectReason#SAME_CLIP} if its bytes are the same,
 * else {@link RejectReason#SAME_ID}. A second copy within one root (same name, same bytes) is a
 * {@link RejectReason#SAME_CLIP}, too. Other files with the same sound are reported as duplicates
 * and stay, unless their emotions differ.
 *
 * <p>Safe for use by several threads.
 */
public final class CorpusIngestion {
  private final List<CorpusDefinition> corpora;
  private final AudioDecoder decoder;
  private final long maxBytes;

  /** Ingests with the standard limits. */
  public CorpusIngestion(List<CorpusDefinition> corpora, AudioDecoder decoder) {
    this(corpora, decoder, DecodeLimits.standard().maxBytes());
  }

  /**
   * Ingests with a limit on file sizes.
   *
   * @param maxBytes files with more bytes are not read
   * @throws InvalidInputException if two definitions claim the same names
   */
  public CorpusIngestion(List<CorpusDefinition> corpora, AudioDecoder decoder, long maxBytes) {
    DistinctCorpora.require(corpora);
    this.corpora = List.copyOf(corpora);
    this.decoder = decoder;
    this.maxBytes = maxBytes;
  }

  /**
   * Ingests everything below {@code roots}.
   *
   * @throws InvalidInputException if a root does not exist or nothing in it belongs to a known
   *     corpus
   */
  public IngestionResult ingest(List<Path> roots, ClipSink sink, IngestionProgress progress) {
    List<String> warnings = new ArrayList<>();
    List<FileVerdict> verdicts = find(roots, warnings);
    List<Candidate> candidates = only(verdicts, Candidate.class);
    ClipReader reader = new ClipReader(decoder, sink, maxBytes);
    List<ClipOutcome> outcomes =
        Parallel.map(candidates, reader::read, done -> progress.advanced(done, candidates.size()));
    return result(verdicts, outcomes, warnings);
  }

  private List<FileVerdict> find(List<Path> roots, List<String> warnings) {
    List<FileVerdict> verdicts = new ArrayList<>();
    for (Path folder : roots) {
      DataRoot root = DataRoot.open(folder, corpora);
      List<FileVerdict> found = sort(root);
      requireClips(folder, found);
      verdicts.addAll(found);
      warnSkipped(folder, root, warnings);
    }
    return verdicts;
  }

  private List<FileVerdict> sort(DataRoot root) {
    FileSorting sorting = new FileSorting(corpora);
    return root.files().stream().map(sorting::sort).toList();
  }

  private void requireClips(Path folder, List<FileVerdict> verdicts) {
    boolean known =
        only(verdicts, Rejected.class).stream().anyMatch(r -> !r.reject().corpus().isEmpty());
    if (only(verdicts, Candidate.class).isEmpty() && !known) {
      throw new InvalidInputException(
          "Nothing below %s belongs to a known corpus. Expected are folders or files named like: %s."
              .formatted(
                  folder,
                  corpora.stream()
                      .map(c -> c.name() + " (" + c.examples().get(0) + ")")
                      .collect(Collectors.joining(", "))));
    }
  }

  private void warnSkipped(Path folder, DataRoot root, List<String> warnings) {
    if (!root.skippedFolders().isEmpty()) {
      warnings.add(
          "%s: the sub-folders %s have no corpus' name and were not read; give them as data folders"
                  .formatted(folder.getFileName(), String.join(", ", root.skippedFolders()))
              + " of their own if they hold clips.");
    }
  }

  private IngestionResult result(
      List<FileVerdict> verdicts, List<ClipOutcome> outcomes, List<String> warnings) {
    ManifestAssembly manifest =
        new ManifestAssembly(
            outcomes.stream().flatMap(outcome -> outcome.clip().stream()).toList());
    List<Reject> rejects = new ArrayList<>(manifest.rejects());
    outcomes.forEach(outcome -> outcome.reject().ifPresent(rejects::add));
    only(verdicts, Rejected.class).forEach(rejected -> rejects.add(rejected.reject()));
    rejects.sort(Comparator.comparing(Reject::path).thenComparing(Reject::reason));
    CorpusCounting counting = new CorpusCounting(corpora);
    List<CorpusCount> counts = counting.count(manifest.rows(), rejects);
    warnings.addAll(counting.warnings(counts));
    List<IgnoredFile> ignored =
        only(verdicts, Ignored.class).stream()
            .map(Ignored::file)
            .sorted(Comparator.comparing(IgnoredFile::path))
            .toList();
    return new IngestionResult(
        List.copyOf(manifest.rows()),
        List.copyOf(rejects),
        ignored,
        List.copyOf(manifest.duplicates()),
        counts,
        List.copyOf(warnings));
  }

  private static <T extends FileVerdict> List<T> only(List<FileVerdict> verdicts, Class<T> type) {
    return verdicts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
