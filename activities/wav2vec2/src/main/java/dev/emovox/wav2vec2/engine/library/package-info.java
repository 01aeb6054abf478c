/** Which libtorch a process is to load, decided and checked before anything is loaded. */
package dev.emovox.wav2vec2.engine.library;
