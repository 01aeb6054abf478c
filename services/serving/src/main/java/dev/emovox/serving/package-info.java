/** The service that answers emotions with the promoted model. */
package dev.emovox.serving;
