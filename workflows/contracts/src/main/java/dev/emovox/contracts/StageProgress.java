package dev.emovox.contracts;

/**
 * How far a stage is, told to the run by the activity or the child workflow that does the work.
 *
 * @param stage name of the stage
 * @param part which part of the stage tells; the parts' units add up
 * @param done units finished in that part, counted from the part's beginning
 * @param total units of the whole stage; zero if the teller doesn't know
 */
public record StageProgress(String stage, int part, long done, long total) {}
