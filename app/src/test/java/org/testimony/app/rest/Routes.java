package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that the product answers to: the routes of REST and the pages. */
final class Routes {

  private static final String API = "/api/v1";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)(?::[^}]*)?\\}");
  private static final Pattern VIEW_PARAMETER =
      Pattern.compile("<f:viewParam\\s[^>]*?name=\"([^\"]+)\"");

  private Routes() {}

  /**
   * A route of REST.
   *
   * @param method of HTTP
   * @param path below {@code /api/v1}, with parameters in braces
   * @param query names of its query parameters
   */
  record Route(String method, String path, List<String> query) {

    /** Names of the parameters in the path. */
    List<String> parameters() {
      return PARAMETER.matcher(path).results().map(m -> m.group(1)).toList();
    }

    /** Method and path, as tests name it. */
    String name() {
      return method + " " + path;
    }
  }

  /** The routes that the product's OpenAPI document lists. */
  static List<Route> ofOpenApi(JsonNode document) {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (!path.getKey().startsWith(API + "/")) {
        throw new AssertionError("a route outside of " + API + ": " + path.getKey());
      }
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        String method = member.getKey().toUpperCase(Locale.ROOT);
        if (METHODS.contains(method)) {
          String name = path.getKey().substring(API.length());
          routes.add(new Route(method, name, query(member.getValue())));
        }
      }
    }
    return routes;
  }

  private static List<String> query(JsonNode operation) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }

  /** Method and path of every resource method among the classes of the WAR. */
  static Set<String> ofClasses(Path war) throws IOException {
    Set<String> names = new TreeSet<>();
    URL classes = URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL();
    for (JavaClass type : new ClassFileImporter().importUrl(classes)) {
      path(type).ifPresent(path -> type.getMethods().forEach(m -> addMethod(path, m, names)));
    }
    return names;
  }

  private static void addMethod(String root, JavaMethod method, Set<String> names) {
    for (String verb : METHODS) {
      if (method.isAnnotatedWith("jakarta.ws.rs." + verb)) {
        String path = "/" + root + path(method).map(p -> "/" + p).orElse("");
        names.add(verb + " " + path.replaceAll("/+", "/"));
      }
    }
  }

  private static Optional<String> path(JavaClass type) {
    return type.tryGetAnnotationOfType("jakarta.ws.rs.Path").map(Routes::value);
  }

  private static Optional<String> path(JavaMethod method) {
    return method.tryGetAnnotationOfType("jakarta.ws.rs.Path").map(Routes::value);
  }

  private static String value(JavaAnnotation<?> annotation) {
    return String.valueOf(annotation.get("value").orElseThrow());
  }

  /** The pages in the WAR that a browser can ask for, each with the names of its parameters. */
  static Map<String, List<String>> pages(Path war) throws IOException {
    Map<String, List<String>> pages = new TreeMap<>();
    try (FileSystem files = FileSystems.newFileSystem(war)) {
      Path root = files.getPath("/");
      try (Stream<Path> all = Files.walk(root)) {
        for (Path page : all.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
          if (!page.startsWith("/WEB-INF")) {
            pages.put(page.toString(), parameters(Files.readString(page)));
          }
        }
      }
    }
    return pages;
  }

  private static List<String> parameters(String page) {
    return VIEW_PARAMETER.matcher(page).results().map(match -> match.group(1)).distinct().toList();
  }
}
