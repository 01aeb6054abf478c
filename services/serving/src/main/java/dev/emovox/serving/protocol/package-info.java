/**
 * The Open Inference Protocol, version 2, over HTTP, as KServe and Triton clients speak it: <a
 * href="https://github.com/kserve/open-inference-protocol">its specification</a>. Tensors come as
 * JSON or in Triton's binary form; answers are JSON.
 */
package dev.emovox.serving.protocol;
