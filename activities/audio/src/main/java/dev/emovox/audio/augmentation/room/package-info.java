/** Rooms: their responses, generated or given, and clips heard in them. */
package dev.emovox.audio.augmentation.room;
