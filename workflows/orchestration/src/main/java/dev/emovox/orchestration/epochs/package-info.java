/** Which epochs a stage of fine-tuning has, ends with and keeps. Pure functions of their scores. */
package dev.emovox.orchestration.epochs;
