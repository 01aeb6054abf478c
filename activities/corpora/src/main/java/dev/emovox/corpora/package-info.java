/**
 * From folders of recorded speech to manifests and splits: what a corpus' file names mean is data
 * ({@link dev.emovox.corpora.CorpusDefinition}), every file ends in the manifest or among the
 * rejects ({@link dev.emovox.corpora.CorpusIngestion}), and splits are checked for leaks ({@link
 * dev.emovox.corpora.LeakageCheck}).
 */
package dev.emovox.corpora;
