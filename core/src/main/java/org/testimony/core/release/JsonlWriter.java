package org.testimony.core.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.text.StrictJson;

/**
 * Writes the product's own form: one JSON document a line, ended by a line feed, properties in a
 * fixed order. Nothing is lost.
 */
final class JsonlWriter implements FormatWriter {

  static final String PROJECT = "project.json";
  static final String CODEBOOK = "codebook.json";
  static final String PEOPLE = "people.jsonl";
  static final String ARTICLES = "articles.jsonl";
  static final String ASSIGNMENTS = "assignments.jsonl";
  static final String ANNOTATIONS = "annotations.jsonl";

  /** The file of an older codebook version, 1 for the oldest. */
  static String olderCodebook(int ordinal) {
    return "codebooks/" + ordinal + ".json";
  }

  @Override
  public List<Loss> write(Corpus corpus, Consumer<ReleaseFile> out) {
    out.accept(
        ReleaseFile.text(PROJECT, StrictJson.writeIndented(CorpusJson.writeProject(corpus))));
    out.accept(ReleaseFile.text(CODEBOOK, CodebookWriter.write(corpus.codebook())));
    for (int i = 1; i < corpus.codebooks().size(); i++) {
      out.accept(
          ReleaseFile.text(olderCodebook(i), CodebookWriter.write(corpus.codebooks().get(i - 1))));
    }
    out.accept(lines(PEOPLE, corpus.people().stream().map(CorpusJson::write).toList()));
    out.accept(lines(ARTICLES, corpus.articles().stream().map(CorpusJson::write).toList()));
    out.accept(lines(ASSIGNMENTS, corpus.assignments().stream().map(CorpusJson::write).toList()));
    out.accept(
        lines(
            ANNOTATIONS,
            corpus.labelled().stream()
                .map(labelled -> SetJson.write(labelled.assignment().name(), labelled.set()))
                .toList()));
    return List.of();
  }

  private static ReleaseFile lines(String path, List<? extends JsonNode> documents) {
    StringBuilder lines = new StringBuilder();
    documents.forEach(document -> lines.append(StrictJson.write(document)).append('\n'));
    return ReleaseFile.rows(path, lines.toString(), documents.size());
  }
}
