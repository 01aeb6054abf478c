package dev.emovox.cli.render;

import dev.emovox.cli.document.LinksDocument;
import dev.emovox.contracts.RunStatus;
import dev.emovox.report.published.PublishedResults;
import java.util.Optional;

/**
 * What {@link RunText} tells.
 *
 * @param run the run
 * @param links where a browser shows it
 * @param published figures to show beside its own
 * @param nowMillis the time
 */
public record RunReport(
    RunStatus run, LinksDocument links, Optional<PublishedResults> published, long nowMillis) {}
