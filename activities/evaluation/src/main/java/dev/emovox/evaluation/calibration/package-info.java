/** Whether a model's probabilities mean what they say. */
package dev.emovox.evaluation.calibration;
