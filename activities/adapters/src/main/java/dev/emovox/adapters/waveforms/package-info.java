/** Waveforms of stored clips, as networks hear them, with a cache on this machine's disk. */
package dev.emovox.adapters.waveforms;
