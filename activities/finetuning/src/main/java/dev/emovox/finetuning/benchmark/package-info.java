/** Times an epoch beside a peer's: the same clips and network in two processes that take turns. */
package dev.emovox.finetuning.benchmark;
