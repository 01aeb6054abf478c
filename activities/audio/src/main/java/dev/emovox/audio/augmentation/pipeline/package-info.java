/** Steps of augmentation one after the other, each with a probability and a drawn strength. */
package dev.emovox.audio.augmentation.pipeline;
