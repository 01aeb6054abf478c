/**
 * The baseline classifiers on acoustic features: multinomial logistic regression and random forest.
 * Fits, fitted models, their format and their predictions are plain Java, and the same to the bit
 * on every machine.
 */
package dev.emovox.baselines;
