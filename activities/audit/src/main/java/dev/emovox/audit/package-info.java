/**
 * Rules that runs, models and the ledger are held to: each finding names its rule, what is wrong,
 * what that means and what to do.
 */
package dev.emovox.audit;
