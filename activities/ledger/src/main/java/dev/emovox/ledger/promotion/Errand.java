package dev.emovox.ledger.promotion;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision comes from that is taken in several steps, each of which may be repeated after a
 * crash: its entries name the request, so that a repeated step finds what it left.
 *
 * @param request digest of the request, no two of which are alike
 * @param head number of the ledger's last entry when the request was taken up; 0 if there was none
 * @param champion the version that was served then; the decision is about a change from that one
 * @param evidence what the decision rests on besides the model's own evidence
 */
public record Errand(
    Digest request, long head, Optional<String> champion, List<Resource> evidence) {
  private static final String REQUEST = "promotion-request";

  public Errand {
    Objects.requireNonNull(request, "request");
    evidence = List.copyOf(evidence);
  }

  /** The same with more evidence. */
  public Errand resting(Resource more) {
    return new Errand(
        request, head, champion, Stream.concat(evidence.stream(), Stream.of(more)).toList());
  }

  /** The request among the evidence. */
  Resource mark() {
    return new Resource(REQUEST, request);
  }

  /** All evidence, the request first. */
  List<Resource> all() {
    return Stream.concat(Stream.of(mark()), evidence.stream()).toList();
  }
}
