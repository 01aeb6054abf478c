/** What each stage of a run took and left, as its plan and its status tell. */
package dev.emovox.lineage.record;
