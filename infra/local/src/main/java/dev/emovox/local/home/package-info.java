/**
 * What lies in an Emovox home: its folders, remembered choices, secrets and the state of its stack.
 */
package dev.emovox.local.home;
