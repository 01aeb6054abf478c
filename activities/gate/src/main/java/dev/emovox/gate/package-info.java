/**
 * What a model version must show before it may be promoted: limits in a file, checks of them, and a
 * report with a reason for each. A check that can't be made has failed.
 */
package dev.emovox.gate;
