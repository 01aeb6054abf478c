/**
 * Runs and model versions in MLflow. Every call can be repeated: what an earlier attempt left is
 * found and not made twice. MLflow's Java client and its REST paths stay inside this package.
 */
package dev.emovox.tracking;
