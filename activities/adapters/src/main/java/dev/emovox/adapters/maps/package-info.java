/** Maps of feature tables as artefacts of runs. */
package dev.emovox.adapters.maps;
