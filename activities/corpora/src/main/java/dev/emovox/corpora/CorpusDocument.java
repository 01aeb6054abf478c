package dev.emovox.corpora;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.corpora.naming.ExclusionSpec;
import dev.emovox.corpora.naming.FieldSpecs;
import dev.emovox.corpora.naming.PatternSpec;
import java.util.List;
import java.util.Optional;

/**
 * A definition as its YAML file has it.
 *
 * @param name the corpus' name
 * @param title its full name
 * @param licence what may be done with it
 * @param source where to get it and how to cite it
 * @param folders names that its folder may have
 * @param patterns what its files are called
 * @param fields what the parts of the names mean
 * @param excluded what is left out on purpose
 * @param official the publisher's counts
 * @param examples names that must be understood
 */
record CorpusDocument(
    String name,
    String title,
    CorpusLicence licence,
    CorpusOrigin source,
    @JsonProperty(defaultValue = "[]") List<String> folders,
    List<PatternSpec> patterns,
    FieldSpecs fields,
    @JsonProperty(defaultValue = "[]") List<ExclusionSpec> excluded,
    Optional<OfficialCounts> official,
    List<String> examples) {}
