/** What browsers are told: headers of every answer, and which other pages may ask. */
package dev.emovox.serving.security.web;
