/** What happens in which step of fine-tuning: pure functions of clips, settings and seed. */
package dev.emovox.finetuning.plan;
