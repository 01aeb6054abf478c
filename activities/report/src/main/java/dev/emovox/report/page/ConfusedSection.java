package dev.emovox.report.page;

import dev.emovox.report.data.ConfusedClip;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.html.DataAddress;
import dev.emovox.report.html.Element;
import dev.emovox.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The clips that models are most sure of and wrong about, to be listened to. */
final class ConfusedSection {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "wav", "audio/wav",
          "aiff", "audio/aiff",
          "flac", "audio/flac",
          "ogg", "audio/ogg",
          "mp3", "audio/mpeg");

  private final PageMedia media;

  private ConfusedSection(PageMedia media) {
    this.media = media;
  }

  static Section of(RunReport report, PageMedia media) {
    List<Element> content = new ArrayList<>();
    if (!report.confusedClips().isEmpty()) {
      content.add(
          Parts.paragraph(
              "Of the model of each split that is best on validation: the test clips where a wrong class got most more probability than the true one."));
      content.add(
          Parts.note(
              media.hasSounds()
                  ? "Speech is personal data: pass this page on only to those who may hear the corpora, or make it without sounds (--without-audio)."
                  : "Made without sounds: speech is personal data."));
      ConfusedSection section = new ConfusedSection(media);
      Element list = Element.of("ol").styled("clips");
      report.confusedClips().forEach(clip -> list.add(section.item(clip)));
      content.add(list);
    }
    return new Section("confused", "Worst-confused clips", content);
  }

  private Element item(ConfusedClip clip) {
    Element verdict =
        Element.of("p")
            .text("said ")
            .add(Element.of("strong", clip.predicted()))
            .text(" (" + Numbers.percent(clip.probabilityOfPredicted()) + "), is ")
            .add(Element.of("strong", clip.label()))
            .text(" (" + Numbers.percent(clip.probabilityOfLabel()) + ")");
    Element place =
        Element.of("p")
            .styled("note")
            .add(Element.of("code", clip.id()))
            .text(
                " · %s · %s · %s on %s"
                    .formatted(clip.corpus(), clip.speaker(), clip.model(), clip.split()));
    Element item = Element.of("li").add(verdict).add(place);
    if (media.hasSounds() && clip.audio() != null) {
      item.add(player(clip));
    }
    return item;
  }

  private Element player(ConfusedClip clip) {
    return media
        .sound(clip.audio())
        .map(
            sound ->
                Element.of("audio")
                    .flagged("controls")
                    .with("preload", "metadata")
                    .with("aria-label", "Listen to " + clip.id())
                    .with(
                        "src",
                        DataAddress.of(
                            MEDIA_TYPES.getOrDefault(
                                clip.audio().container(), "application/octet-stream"),
                            sound)))
        .orElseGet(
            () ->
                Parts.note(
                    "Its sound (%s) is left out: it is too large for the page, or gone."
                        .formatted(Numbers.size(clip.audio().bytes()))));
  }
}
