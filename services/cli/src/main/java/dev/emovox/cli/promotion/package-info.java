/** Promotions as the command line asks for them and watches them. */
package dev.emovox.cli.promotion;
