package dev.emovox.local.provisioning;

/**
 * What is being installed, as messages speak of it.
 *
 * @param name begins a sentence, in the plural
 * @param folderVariable names the folder that it is installed to
 * @param withoutNetwork what to do where nothing can be downloaded
 */
public record InstallationSubject(String name, String folderVariable, String withoutNetwork) {
  /** The servers of the local stack. */
  static final InstallationSubject SERVERS =
      new InstallationSubject(
          "The servers",
          "EMOVOX_SERVERS_DIR",
          "Without a network, put temporal, weed and mlflow on PATH.");
}
