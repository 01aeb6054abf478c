/** Rules about training: what was learnt from, and which checkpoint was taken. */
package dev.emovox.audit.rules.training;
