package dev.emovox.wav2vec2.hub;

import java.nio.file.Path;

/**
 * A checkpoint of a hub that lies on this machine, whole and checked.
 *
 * @param folder where its files are; nothing there is to be changed
 * @param reference the repository and the revision as it was asked for
 * @param commit the state of the repository that the files are of
 * @param licence as the model's card names it, for example {@code apache-2.0}; empty if it does not
 * @param hub origin of the hub, for example {@code https://huggingface.co}
 * @param downloadedBytes what had to be brought; 0 if all of it was there
 */
public record HubCheckpoint(
    Path folder,
    HubReference reference,
    String commit,
    String licence,
    String hub,
    long downloadedBytes) {}
