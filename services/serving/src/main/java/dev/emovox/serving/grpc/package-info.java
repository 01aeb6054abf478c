/**
 * The Open Inference Protocol, version 2, over gRPC; {@code src/main/protobuf/inference.proto} has
 * its messages. What clients may send and what they are answered is that of {@code
 * dev.emovox.serving.protocol}, and the gate is that of all routes.
 *
 * <p>The calls are unary and few, and are read here, straight from HTTP/2, for three reasons. The
 * framework's gRPC server takes a message into memory before anyone can ask whether there is room
 * for it, and unpacks compressed ones without bound. Generated messages make objects of whatever is
 * sent: forty megabytes of empty tensors become gigabytes. And the gate decides over requests of
 * the framework's router, so that a second server would need a second gate.
 */
package dev.emovox.serving.grpc;
