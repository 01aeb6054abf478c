/**
 * Fine-tuning: which clips make which step, what happens to them on the way, how the rate goes,
 * when a checkpoint is written and how training goes on from one. The same inputs, settings and
 * seed give the same bytes, however often training was interrupted.
 */
package dev.emovox.finetuning;
