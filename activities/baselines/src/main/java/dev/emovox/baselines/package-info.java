/**
 * The baseline classifiers on acoustic features: multinomial logistic regression and random forest.
 * Smile stays inside this package, and only fitting needs it: fitted models, their format and their
 * predictions are plain Java.
 */
package dev.emovox.baselines;
