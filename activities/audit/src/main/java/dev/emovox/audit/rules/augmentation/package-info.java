/** Rules about augmentation: copies stay on their clips' side. */
package dev.emovox.audit.rules.augmentation;
