/**
 * Whether what a model hears and says is still what it heard and said when it was made. Windows of
 * observations are compared with a reference from the model's package, by two measures: the
 * population stability index says how large a shift is, a test (of Kolmogorov and Smirnov, or of
 * Pearson for the classes) whether it could be chance. An alarm needs both, several windows in a
 * row, and is taken back at a lower bound than it is raised.
 *
 * <p>Pure computation: no clock, no random numbers, no files.
 */
package dev.emovox.drift;
