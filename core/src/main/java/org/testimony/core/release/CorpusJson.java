package org.testimony.core.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/** The parts of a corpus but its sets as JSON objects. */
final class CorpusJson {

  /** What says which kind of document this is. */
  static final String FORMAT = "testimony-release";

  /** The version of the form that this program writes and reads. */
  static final int VERSION = 1;

  private CorpusJson() {}

  static ObjectNode writeProject(Corpus corpus) {
    ObjectNode node = StrictJson.object();
    node.put("format", FORMAT).put("formatVersion", VERSION);
    node.put("key", corpus.key()).put("name", corpus.name());
    ArrayNode versions = node.putArray("codebooks");
    corpus.codebooks().forEach(codebook -> versions.add(codebook.version().toString()));
    ArrayNode rounds = node.putArray("rounds");
    for (Corpus.Round round : corpus.rounds()) {
      rounds
          .addObject()
          .put("number", round.number())
          .put("name", round.title())
          .put("purpose", round.purpose().name())
          .put("phase", round.phase().name())
          .put("overlap", round.overlap())
          .put("seed", round.seed())
          .put("codebook", round.codebook())
          .put("locked", round.locked());
    }
    return node;
  }

  /** Refuses documents of another kind or version. */
  static JsonObject requireFormat(JsonObject object) {
    if (!object.text("format").equals(FORMAT)) {
      throw new Malformed(object.at("format"), FORMAT + " was expected");
    }
    if (object.integer("formatVersion") != VERSION) {
      throw new Malformed(
          object.at("formatVersion"),
          "version %d was expected; a newer program may read it".formatted(VERSION));
    }
    return object;
  }

  static List<Corpus.Round> readRounds(JsonObject project) {
    List<Corpus.Round> rounds = new ArrayList<>();
    for (JsonObject round : project.objects("rounds")) {
      round.only("number", "name", "purpose", "phase", "overlap", "seed", "codebook", "locked");
      rounds.add(
          new Corpus.Round(
              round.integer("number"),
              round.text("name"),
              round.constant("purpose", Purpose.class),
              round.constant("phase", Phase.class),
              round.integer("overlap"),
              round.longInteger("seed"),
              round.text("codebook"),
              round.flag("locked")));
    }
    return rounds;
  }

  static ObjectNode write(Corpus.Person person) {
    ObjectNode node = StrictJson.object().put("person", person.pseudonym());
    ArrayNode roles = node.putArray("roles");
    person.roles().forEach(role -> roles.add(role.name()));
    return node;
  }

  static Corpus.Person readPerson(JsonObject object) {
    object.only("person", "roles");
    List<Corpus.Role> roles = new ArrayList<>();
    for (String name : object.texts("roles")) {
      try {
        roles.add(Corpus.Role.valueOf(name));
      } catch (IllegalArgumentException e) {
        throw new Malformed(object.at("roles"), "there is no role " + name);
      }
    }
    return new Corpus.Person(object.text("person"), roles);
  }

  static ObjectNode write(Corpus.Article article) {
    ObjectNode node = StrictJson.object();
    ArticleDetails details = article.details();
    node.put("article", article.name()).put("title", details.title());
    details.outlet().ifPresent(outlet -> node.put("outlet", outlet));
    details.url().ifPresent(url -> node.put("url", url));
    details.published().ifPresent(day -> node.put("published", day.toString()));
    node.put("text", article.text().characters());
    node.put("length", article.text().length());
    node.put("sha256", article.text().sha256().hex());
    Corpus.Source source = article.source();
    ObjectNode from = node.putObject("source");
    from.put("name", source.name()).put("sha256", source.sha256().hex());
    source.declaredEncoding().ifPresent(encoding -> from.put("declaredEncoding", encoding));
    from.put("encoding", source.encoding()).put("byteOrderMark", source.byteOrderMark());
    from.put("importer", source.importer()).put("importerVersion", source.importerVersion());
    from.put("options", source.options());
    return node;
  }

  static Corpus.Article readArticle(JsonObject object) {
    object.only(
        "article", "title", "outlet", "url", "published", "text", "length", "sha256", "source");
    ArticleText text = ArticleText.of(object.text("text"));
    if (object.integer("length") != text.length()) {
      throw new Malformed(
          object.at("length"), "the text has %d characters".formatted(text.length()));
    }
    if (!object.text("sha256").equals(text.sha256().hex())) {
      throw new Malformed(
          object.at("sha256"), "the SHA-256 of the text is %s".formatted(text.sha256()));
    }
    ArticleDetails details =
        new ArticleDetails(
            object.text("title"),
            object.optionalText("outlet"),
            object.optionalText("url"),
            readDay(object));
    return new Corpus.Article(
        object.text("article"), details, text, readSource(object.object("source")));
  }

  private static Optional<LocalDate> readDay(JsonObject object) {
    try {
      return object.optionalText("published").map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new Malformed(object.at("published"), "a day such as 2026-03-31 was expected");
    }
  }

  private static Corpus.Source readSource(JsonObject object) {
    object.only(
        "name",
        "sha256",
        "declaredEncoding",
        "encoding",
        "byteOrderMark",
        "importer",
        "importerVersion",
        "options");
    return new Corpus.Source(
        object.text("name"),
        new Hash(object.text("sha256")),
        object.optionalText("declaredEncoding"),
        object.text("encoding"),
        object.flag("byteOrderMark"),
        object.text("importer"),
        object.text("importerVersion"),
        object.text("options"));
  }

  static ObjectNode write(Corpus.Assignment assignment) {
    ObjectNode node = StrictJson.object();
    node.put("assignment", assignment.name());
    node.put("person", assignment.person()).put("article", assignment.article());
    node.put("round", assignment.round()).put("phase", assignment.phase().name());
    node.put("repeat", assignment.repeat()).put("position", assignment.position());
    node.put("state", assignment.state().name());
    assignment.note().ifPresent(note -> node.put("note", note));
    assignment.firstSubmission().ifPresent(set -> node.put("firstSubmission", set.name()));
    return node;
  }
}
