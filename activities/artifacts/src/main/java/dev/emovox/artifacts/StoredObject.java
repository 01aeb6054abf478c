package dev.emovox.artifacts;

/**
 * What the server says about an object, without its content.
 *
 * @param key key within the bucket
 * @param bytes size
 * @param etag entity tag without quotes; the MD5 of the content for most small objects
 * @param mediaType media type that was given at the upload
 * @param schemaVersion version of the format inside; 1 if none was given
 */
record StoredObject(String key, long bytes, String etag, String mediaType, int schemaVersion) {}
