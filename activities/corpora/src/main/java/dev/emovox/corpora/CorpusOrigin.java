package dev.emovox.corpora;

import java.net.URI;

/**
 * Where a corpus comes from.
 *
 * @param url where to get it
 * @param citation how to cite it
 */
public record CorpusOrigin(URI url, String citation) {}
