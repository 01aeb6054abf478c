/** What models heard and said when they were made, and what is done when that changes. */
package dev.emovox.adapters.drift;
