/** Rules about scores: recomputed from predictions. */
package dev.emovox.audit.rules.scores;
