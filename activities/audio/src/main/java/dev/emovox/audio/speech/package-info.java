/** Where speech begins and ends in a clip. */
package dev.emovox.audio.speech;
