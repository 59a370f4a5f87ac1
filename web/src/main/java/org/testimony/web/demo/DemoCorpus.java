package org.testimony.web.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;

/**
 * The folder of the demonstration corpus; its {@code README.md} describes the files.
 *
 * @param folder that holds articles, people and annotations
 */
record DemoCorpus(Path folder) {

  /**
   * An article of the corpus.
   *
   * @param file its name below {@code articles}
   * @param details what is known about it
   */
  record DemoArticle(String file, ArticleDetails details) {

    /** The file's name without its ending. */
    String stem() {
      return file.substring(0, file.lastIndexOf('.'));
    }
  }

  /**
   * A person of the corpus.
   *
   * @param name to sign in with
   * @param displayName shown on pages
   * @param roles in the project
   */
  record DemoPerson(String name, String displayName, List<String> roles) {

    DemoPerson {
      roles = List.copyOf(roles);
    }
  }

  /** The articles in order. */
  List<DemoArticle> articles() {
    List<DemoArticle> articles = new ArrayList<>();
    for (JsonObject article : elements("articles.json")) {
      ArticleDetails details =
          new ArticleDetails(
              article.text("title"),
              article.optionalText("outlet"),
              article.optionalText("url"),
              article.optionalText("published").map(LocalDate::parse));
      articles.add(new DemoArticle(article.text("file"), details));
    }
    return articles;
  }

  /** The people. */
  List<DemoPerson> people() {
    List<DemoPerson> people = new ArrayList<>();
    for (JsonObject person : elements("people.json")) {
      people.add(
          new DemoPerson(person.text("name"), person.text("displayName"), person.texts("roles")));
    }
    return people;
  }

  /** An article's bytes. */
  byte[] bytes(DemoArticle article) {
    Path file = folder.resolve("articles").resolve(article.file());
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** What a person marked in an article, where there is anything. */
  Optional<JsonObject> annotations(DemoPerson person, DemoArticle article) {
    Path file =
        folder.resolve("annotations").resolve(person.name()).resolve(article.stem() + ".json");
    return Files.exists(file) ? Optional.of(JsonObject.of(read(file))) : Optional.empty();
  }

  private List<JsonObject> elements(String name) {
    List<JsonObject> objects = new ArrayList<>();
    JsonNode array = read(folder.resolve(name));
    for (int i = 0; i < array.size(); i++) {
      objects.add(new JsonObject(array.get(i), "/" + i));
    }
    return objects;
  }

  private static JsonNode read(Path file) {
    try {
      return StrictJson.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
