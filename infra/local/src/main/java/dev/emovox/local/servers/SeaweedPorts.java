package dev.emovox.local.servers;

import dev.emovox.local.process.FreePorts;
import java.util.List;

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
  /** The given port for S3 and any free ones for the rest. */
  public static SeaweedPorts of(int s3, FreePorts free) {
    return new SeaweedPorts(
        s3,
        free.any(),
        free.any(),
        free.any(),
        free.any(),
        free.any(),
        free.any(),
        free.any(),
        free.any(),
        free.any());
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
