/**
 * What commands work with, as interfaces that tests can stand in for: the checkout's configuration,
 * the local stack, the runs, the model registry and the served model.
 */
package dev.emovox.cli.workplace;
