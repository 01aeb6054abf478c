/**
 * Audits: whether runs, models, registry and ledger are what they say they are. Every digest and
 * number is computed again from what is stored, and rules by name say what is wrong, what that
 * means and what to do.
 *
 * <p>What is looked at is modelled in {@code evidence}, each rule is a class below {@code rules},
 * and {@code examiner} says which rule applies to what.
 */
package dev.emovox.audit;
