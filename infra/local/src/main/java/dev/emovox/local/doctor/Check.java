package dev.emovox.local.doctor;

/**
 * One thing that Emovox needs of a machine.
 *
 * @param name what was looked at
 * @param ok whether it will do
 * @param found what there is
 * @param advice what to do; empty when nothing has to be done
 */
public record Check(String name, boolean ok, String found, String advice) {}
