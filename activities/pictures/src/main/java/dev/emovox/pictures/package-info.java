/**
 * Drawing: SVG documents in one style, with axes, colours and marks, and the pictures that need
 * nothing but numbers, scatter diagrams and pictures of sound. Equal input gives equal bytes on
 * every machine; no display is needed. And what pages and pictures share: text that is safe in
 * markup, and what a page may do.
 */
package dev.emovox.pictures;
