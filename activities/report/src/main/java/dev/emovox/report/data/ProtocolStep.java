package dev.emovox.report.data;

import java.util.List;

/**
 * One part of how a run was done.
 *
 * @param title for example {@code Splits}
 * @param sentences in their order
 */
public record ProtocolStep(String title, List<String> sentences) {
  public ProtocolStep {
    sentences = List.copyOf(sentences);
  }
}
