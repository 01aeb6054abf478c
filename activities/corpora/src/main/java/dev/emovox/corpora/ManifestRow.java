package dev.emovox.corpora;

/**
 * One clip of the manifest. Texts that a corpus does not tell are empty.
 *
 * @param id the same on every machine: corpus, then the path below the corpus' folder with {@code
 *     /} between folders, for example {@code ravdess/Actor_01/03-01-05-01-01-01-01.wav}
 * @param corpus name of the corpus
 * @param path where the file was found, below the data root, with {@code /} between folders
 * @param contentDigest SHA-256 of the file's bytes, {@code sha256:…}
 * @param audioDigest SHA-256 of the decoded sound (rate and samples after mixing down), so that the
 *     same sound in another container is seen
 * @param speaker the corpus, a colon and the speaker, for example {@code ravdess:01}
 * @param sex {@code female} or {@code male}
 * @param sentence what is said, as the corpus codes it
 * @param emotion common name of the emotion, for example {@code angry}
 * @param intensity how strongly it is acted
 * @param repetition which take it is
 * @param container {@code wav}, {@code aiff}, {@code flac}, {@code ogg} or {@code mp3}
 * @param sampleRate hertz
 * @param channels channels in the file, before mixing down
 * @param seconds length
 * @param bytes size of the file
 */
public record ManifestRow(
    String id,
    String corpus,
    String path,
    String contentDigest,
    String audioDigest,
    String speaker,
    String sex,
    String sentence,
    String emotion,
    String intensity,
    String repetition,
    String container,
    int sampleRate,
    int channels,
    double seconds,
    long bytes) {}
