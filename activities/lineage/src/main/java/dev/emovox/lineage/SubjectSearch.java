package dev.emovox.lineage;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.lineage.building.Chronicle;
import dev.emovox.lineage.clips.ClipSearch;
import dev.emovox.lineage.clips.RejectSearch;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.prediction.PredictionTrace;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.lineage.source.LineageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what an id means: first among what has a node, then among predictions, then clips. */
final class SubjectSearch {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{6,64}");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int MOST_NAMED = 8;

  private final LineageSource source;
  private final PredictionTraces traces;
  private final Chronicle chronicle;
  private final List<String> notices = new ArrayList<>();

  SubjectSearch(LineageSource source, PredictionTraces traces, Chronicle chronicle) {
    this.source = source;
    this.traces = traces;
    this.chronicle = chronicle;
  }

  /** What a reader should know of the search. */
  List<String> notices() {
    return notices;
  }

  /**
   * The node that is meant.
   *
   * @param model the registered model that a bare number is a version of
   * @throws InvalidInputException if there is none, or several
   */
  LineageNode find(String id, String model) {
    String name = NUMBER.matcher(id).matches() ? model + "/" + id : id;
    Optional<LineageNode> known = chronicle.index().find(name);
    if (known.isPresent()) {
      return known.get();
    }
    List<LineageNode> found = search(name);
    if (found.size() > 1) {
      throw new InvalidInputException(
          "'%s' may mean several things: %s. Give one of these."
              .formatted(
                  id,
                  found.stream()
                      .limit(MOST_NAMED)
                      .map(node -> node.id() + " (" + node.label() + ")")
                      .collect(Collectors.joining(", "))));
    }
    return found.stream().findFirst().orElseThrow(() -> unknown(id));
  }

  private List<LineageNode> search(String name) {
    if (DIGEST.matcher(name).matches()) {
      List<LineageNode> artefacts = chronicle.index().beginning(name);
      return artefacts.isEmpty() ? clips(name) : artefacts;
    }
    if (UUID.matcher(name).matches()) {
      return traces.find(name).map(this::prediction).stream().toList();
    }
    List<LineageNode> clips = clips(name);
    return clips.isEmpty()
        ? new RejectSearch(chronicle.index(), source, chronicle.rejects()).search(name)
        : clips;
  }

  private List<LineageNode> clips(String name) {
    ClipSearch search = new ClipSearch(chronicle.index(), source, name);
    List<LineageNode> found = search.search();
    notices.addAll(search.notices());
    return found;
  }

  private LineageNode prediction(PredictionTrace trace) {
    return chronicle
        .index()
        .find(trace.model().toString())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Prediction %s was made by the package %s, of which nothing else is known here."
                        .formatted(trace.id(), trace.model())));
  }

  private InvalidInputException unknown(String id) {
    if (UUID.matcher(id).matches() && !traces.kept()) {
      return new InvalidInputException(
          "'%s' looks like the id of a prediction, and predictions are not traced yet. The prediction named its model's version: ask for the lineage of that."
              .formatted(id));
    }
    return new InvalidInputException(
        "Nothing is known of '%s': it is no version of the model, no run, no digest of an artefact or a clip, and no path of a clip in any manifest. `./emovox models` and `./emovox runs` list what there is; a digest is given as sha256: and at least six digits."
            .formatted(id));
  }
}
