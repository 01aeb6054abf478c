/**
 * libtorch and the devices of this machine: looked at for {@code doctor}, set up for {@code up}.
 */
package dev.emovox.cli.device;
