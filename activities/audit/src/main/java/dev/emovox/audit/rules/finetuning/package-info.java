/** Rules about the training of networks: which epoch, which clips, which settings. */
package dev.emovox.audit.rules.finetuning;
