package dev.emovox.wav2vec2.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.hub.transfer.FileDigest;
import dev.emovox.wav2vec2.hub.transfer.HubDocuments;
import dev.emovox.wav2vec2.hub.transfer.HubDocuments.Document;
import dev.emovox.wav2vec2.hub.transfer.HubFile;
import dev.emovox.wav2vec2.hub.transfer.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the hub's REST interface says about a repository: the commit of a revision ({@code
 * /api/models/ID/revision/REVISION}) and the files of a commit with their digests ({@code
 * /api/models/ID/tree/COMMIT}, in pages).
 */
final class RepositoryListing {
  private static final int MOST_PAGES = 50;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"next\"");
  private static final Pattern LICENCE = Pattern.compile("license:([A-Za-z0-9.+-]{1,64})");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI endpoint;
  private final HubDocuments documents;

  RepositoryListing(URI endpoint, HubDocuments documents) {
    this.endpoint = endpoint;
    this.documents = documents;
  }

  /** The commit that a revision is at now, and the licence that its card names. */
  HubRevision revision(HubReference reference) {
    URI address = api(reference, "revision/" + encoded(reference.revision()));
    Document answer = documents.read(address, reference.toString());
    JsonNode described = json(answer, reference);
    String commit = described.path("sha").asText();
    if (!HubReference.isCommit(commit)) {
      throw strange(reference, "names no commit", null);
    }
    if (reference.isPinned() && !commit.equals(reference.revision())) {
      throw strange(reference, "names commit " + commit, null);
    }
    return new HubRevision(commit, licence(described));
  }

  private static String licence(JsonNode described) {
    for (JsonNode tag : described.path("tags")) {
      Matcher licence = LICENCE.matcher(tag.asText());
      if (licence.matches()) {
        return licence.group(1);
      }
    }
    return "";
  }

  /** The files in the repository's top folder, by name. */
  NavigableMap<String, HubFile> files(HubReference reference, String commit) {
    NavigableMap<String, HubFile> files = new TreeMap<>();
    Optional<URI> page = Optional.of(api(reference, "tree/" + commit));
    for (int pages = 0; page.isPresent(); pages++) {
      if (pages == MOST_PAGES) {
        throw strange(reference, "lists files without end", null);
      }
      Document answer = documents.read(page.get(), reference.id() + "@" + commit);
      for (JsonNode entry : json(answer, reference)) {
        if (entry.path("type").asText().equals("file")) {
          HubFile file = file(entry, reference);
          files.put(file.name(), file);
        }
      }
      page = answer.headers().firstValue("Link").flatMap(link -> next(link, reference));
    }
    return files;
  }

  /** Where a file of a commit is. */
  URI address(HubReference reference, String commit, String file) {
    return URI.create(
        "%s/%s/resolve/%s/%s".formatted(endpoint, reference.id(), commit, encoded(file)));
  }

  private URI api(HubReference reference, String path) {
    return URI.create("%s/api/models/%s/%s".formatted(endpoint, reference.id(), path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Optional<URI> next(String link, HubReference reference) {
    Matcher next = NEXT.matcher(link);
    if (!next.find()) {
      return Optional.empty();
    }
    try {
      URI page = endpoint.resolve(next.group(1));
      if (page.getHost() != null && Origin.of(page).equals(Origin.of(endpoint))) {
        return Optional.of(page);
      }
    } catch (IllegalArgumentException e) {
      throw strange(reference, "names a next page that is no address", e);
    }
    throw strange(reference, "names a next page on another host", null);
  }

  private HubFile file(JsonNode entry, HubReference reference) {
    JsonNode large = entry.path("lfs");
    long bytes = (large.isObject() ? large : entry).path("size").asLong(-1);
    String name = entry.path("path").asText();
    try {
      FileDigest digest =
          large.isObject()
              ? new FileDigest(FileDigest.Kind.SHA256, large.path("oid").asText())
              : new FileDigest(FileDigest.Kind.GIT_BLOB, entry.path("oid").asText());
      if (bytes >= 0 && !name.isEmpty()) {
        return new HubFile(name, bytes, digest);
      }
    } catch (IllegalArgumentException e) {
      throw strange(reference, "lists a file without digest", e);
    }
    throw strange(reference, "lists a file without name or size", null);
  }

  private JsonNode json(Document answer, HubReference reference) {
    try {
      return JSON.readTree(answer.content());
    } catch (JsonProcessingException e) {
      throw strange(reference, "is not JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private WorkFailedException strange(HubReference reference, String what, Exception cause) {
    return new WorkFailedException(
        "The answer of %s about %s %s, so this is no hub, or a proxy is in the way. Check HF_ENDPOINT."
            .formatted(Origin.of(endpoint), reference, what),
        cause);
  }
}
