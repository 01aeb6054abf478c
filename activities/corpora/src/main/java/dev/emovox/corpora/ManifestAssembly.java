package dev.emovox.corpora;

import dev.emovox.corpora.naming.ClipName;
import dev.emovox.corpora.splits.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes a manifest of decoded clips: each clip once, no id twice, and no sound under two emotions.
 */
final class ManifestAssembly {
  private final List<ManifestRow> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<List<String>> duplicates = new ArrayList<>();

  /**
   * Assembles a manifest.
   *
   * @param clips in an order that says which of two is first
   */
  ManifestAssembly(List<DecodedClip> clips) {
    List<DecodedClip> single = withoutCopies(clips);
    for (List<DecodedClip> group : sameSound(clips)) {
      if (group.size() > 1) {
        duplicates.add(group.stream().map(clip -> clip.row().path()).sorted().toList());
      }
    }
    sameSound(single).forEach(this::keepUnlessContradicting);
    rows.sort(Comparator.comparing(ManifestRow::id));
    duplicates.sort(Comparator.comparing(group -> group.get(0)));
  }

  /** The manifest, by id. */
  List<ManifestRow> rows() {
    return rows;
  }

  /** Clips that are not in the manifest. */
  List<Reject> rejects() {
    return rejects;
  }

  /** Paths of files with the same sound. */
  List<List<String>> duplicates() {
    return duplicates;
  }

  private static List<List<DecodedClip>> sameSound(List<DecodedClip> clips) {
    return Groups.of(
        clips, List.of(clip -> clip.row().contentDigest(), clip -> clip.row().audioDigest()));
  }

  /**
   * What makes two files the same recording of the same corpus.
   *
   * @param corpus the corpus
   * @param fileName without folders, in lower case
   * @param name what the name says
   * @param contentDigest of the bytes
   */
  private record Recording(String corpus, String fileName, ClipName name, String contentDigest) {
    static Recording of(DecodedClip clip) {
      return new Recording(
          clip.row().corpus(),
          clip.fileName().toLowerCase(Locale.ROOT),
          clip.name(),
          clip.row().contentDigest());
    }
  }

  private List<DecodedClip> withoutCopies(List<DecodedClip> clips) {
    Map<Recording, DecodedClip> recordings = new HashMap<>();
    Map<String, DecodedClip> ids = new HashMap<>();
    List<DecodedClip> single = new ArrayList<>();
    for (DecodedClip clip : clips) {
      DecodedClip copy = recordings.putIfAbsent(Recording.of(clip), clip);
      DecodedClip namesake = ids.get(clip.row().id());
      if (copy != null) {
        String detail = "the same bytes as " + copy.row().path() + ", under the same name";
        rejects.add(clip.reject(RejectReason.SAME_CLIP, detail));
      } else if (namesake != null) {
        String detail =
            "another data folder has other bytes as '" + clip.row().id() + "', which come first";
        rejects.add(clip.reject(RejectReason.SAME_ID, detail));
      } else {
        ids.put(clip.row().id(), clip);
        single.add(clip);
      }
    }
    return single;
  }

  private void keepUnlessContradicting(List<DecodedClip> group) {
    TreeSet<String> emotions =
        group.stream()
            .map(clip -> clip.row().emotion())
            .collect(Collectors.toCollection(TreeSet::new));
    if (emotions.size() == 1) {
      group.forEach(clip -> rows.add(clip.row()));
      return;
    }
    String paths =
        group.stream().map(c -> c.row().path()).sorted().collect(Collectors.joining(", "));
    String detail = "the same sound is labelled " + String.join(" and ", emotions) + " in " + paths;
    group.forEach(clip -> rejects.add(clip.reject(RejectReason.CONTRADICTING_LABELS, detail)));
  }
}
