package dev.emovox.cli.command;

import dev.emovox.domain.FeatureSettings;
import java.util.Iterator;

/** The names that {@code features --set} takes. */
final class FeatureSetNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return FeatureSettings.named().stream().map(FeatureSettings::set).iterator();
  }
}
