package dev.emovox.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version written into the archive's manifest. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new String[] {"emovox " + version};
  }
}
