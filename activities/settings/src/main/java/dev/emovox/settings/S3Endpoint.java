package dev.emovox.settings;

import java.net.URI;

/**
 * An S3 service and the bucket to use.
 *
 * @param url {@code http://HOST:PORT} or {@code https://HOST}
 * @param bucket name of the bucket
 * @param accessKey the access key's id
 * @param secretKey the access key's secret
 * @param region what requests are signed for; {@code us-east-1} unless the service says otherwise
 */
public record S3Endpoint(
    URI url, String bucket, String accessKey, Secret secretKey, String region) {}
