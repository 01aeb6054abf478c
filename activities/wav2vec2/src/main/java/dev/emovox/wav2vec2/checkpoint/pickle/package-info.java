/**
 * Python pickles of PyTorch state dictionaries, read by a machine that can build dictionaries,
 * lists, numbers, strings and references to stored tensors, and nothing else. No name in a pickle
 * is ever looked up as a class, function or module: the few that may occur are constants here, and
 * all others are refused by name.
 */
package dev.emovox.wav2vec2.checkpoint.pickle;
