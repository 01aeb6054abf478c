/** Fine-tuning around its epochs: what they start from, what is kept of them, what comes out. */
package dev.emovox.adapters.stages;
