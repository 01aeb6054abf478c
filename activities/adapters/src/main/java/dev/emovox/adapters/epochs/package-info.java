/** Training epochs of networks, and testing what came of them, on the device of this process. */
package dev.emovox.adapters.epochs;
