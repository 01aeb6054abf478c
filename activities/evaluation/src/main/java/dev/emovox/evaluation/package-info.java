/**
 * How good a classifier is: scores with bootstrap intervals over all clips and by corpus, the
 * per-class report, the confusion matrix, and pictures of them. Definitions are scikit-learn's.
 */
package dev.emovox.evaluation;
