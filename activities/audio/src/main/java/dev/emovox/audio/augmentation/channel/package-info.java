/** What lies between a speaker and a recording: levels, delays, lines and codecs. */
package dev.emovox.audio.augmentation.channel;
