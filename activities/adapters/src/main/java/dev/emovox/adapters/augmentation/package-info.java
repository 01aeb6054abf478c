/** Augmented sets: changed copies of training clips, made once and kept. */
package dev.emovox.adapters.augmentation;
