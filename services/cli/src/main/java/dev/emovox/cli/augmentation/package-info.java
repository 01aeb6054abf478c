/** Presets of augmentation, and clips that are changed to be listened to. */
package dev.emovox.cli.augmentation;
