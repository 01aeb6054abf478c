package dev.emovox.local.servers;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * SeaweedFS's ports: each of its five parts has one for HTTP and one for gRPC. Only {@code s3} is
 * for others.
 */
public record SeaweedPorts(
    int s3,
    int s3Grpc,
    int master,
    int masterGrpc,
    int volume,
    int volumeGrpc,
    int filer,
    int filerGrpc,
    int admin,
    int adminGrpc) {
  /** Asks for every port by its name: {@code s3}, {@code s3-grpc}, {@code s3-master} and so on. */
  public static SeaweedPorts of(ToIntFunction<String> ports) {
    return new SeaweedPorts(
        ports.applyAsInt("s3"),
        ports.applyAsInt("s3-grpc"),
        ports.applyAsInt("s3-master"),
        ports.applyAsInt("s3-master-grpc"),
        ports.applyAsInt("s3-volume"),
        ports.applyAsInt("s3-volume-grpc"),
        ports.applyAsInt("s3-filer"),
        ports.applyAsInt("s3-filer-grpc"),
        ports.applyAsInt("s3-admin"),
        ports.applyAsInt("s3-admin-grpc"));
  }

  List<String> arguments() {
    return List.of(
        "-s3.port=" + s3,
        "-s3.port.grpc=" + s3Grpc,
        "-master.port=" + master,
        "-master.port.grpc=" + masterGrpc,
        "-volume.port=" + volume,
        "-volume.port.grpc=" + volumeGrpc,
        "-filer.port=" + filer,
        "-filer.port.grpc=" + filerGrpc,
        "-admin.port=" + admin,
        "-admin.port.grpc=" + adminGrpc);
  }
}
