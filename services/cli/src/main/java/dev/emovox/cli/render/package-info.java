/**
 * Results and progress as people read them: pure functions from records to lines of text, which
 * neither print nor look at the clock.
 */
package dev.emovox.cli.render;
