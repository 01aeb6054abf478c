package dev.emovox.serving.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.api.EmotionDocument;
import dev.emovox.serving.problem.Problem;
import java.util.List;

/**
 * The answers to several clips, in their order.
 *
 * @param items one for each clip
 * @param answered how many have an emotion
 * @param failed how many have a problem instead
 */
public record BatchDocument(List<Item> items, int answered, int failed) {

  /**
   * The answer to one clip: an emotion or a problem.
   *
   * @param name what the client calls it; absent if it has no name
   * @param emotion the answer, as for the clip alone
   * @param problem why there is none, as for the clip alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(String name, EmotionDocument emotion, Problem problem) {}

  static BatchDocument of(List<Item> items) {
    int answered = (int) items.stream().filter(item -> item.emotion() != null).count();
    return new BatchDocument(items, answered, items.size() - answered);
  }
}
