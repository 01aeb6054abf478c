/** Which rules apply to what, and in which order it is gone through. */
package dev.emovox.audit.examiner;
