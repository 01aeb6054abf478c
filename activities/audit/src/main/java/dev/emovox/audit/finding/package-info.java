/** What an audit says: findings, and the words of the rules that they break. */
package dev.emovox.audit.finding;
