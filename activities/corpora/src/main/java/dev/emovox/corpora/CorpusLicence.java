package dev.emovox.corpora;

import java.net.URI;

/**
 * What may be done with a corpus.
 *
 * @param name the licence's usual short name
 * @param url its text
 */
public record CorpusLicence(String name, URI url) {}
