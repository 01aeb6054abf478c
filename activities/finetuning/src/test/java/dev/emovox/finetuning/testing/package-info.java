/** What tests of fine-tuning share. */
package dev.emovox.finetuning.testing;
