/** Models from the real registry and store: MLflow's alias and the packages in S3. */
package dev.emovox.serving.registry;
