/** Stand-ins for what commands work with. */
package dev.emovox.cli.testing;
