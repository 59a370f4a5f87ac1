package org.testimony.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text that a page, a class or a script asks for is there, and every text that is there is
 * asked for. Where a key is put together, its fixed beginning has to belong to some texts.
 */
class BundlesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Path PAGES = MAIN.resolve("webapp");
  private static final Path CLASSES = MAIN.resolve("java");
  private static final Path TEXTS = MAIN.resolve("resources/org/testimony/web");

  private static final Pattern DECLARATION =
      Pattern.compile("<base-name>org\\.testimony\\.web\\.(\\w+)</base-name>\\s*<var>(\\w+)</var>");
  private static final Pattern EXPRESSION = Pattern.compile("#\\{([^{}]*)}");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /** Scripts ask for a text that counts by what stands before its forms. */
  private static final String COUNTED = ".+[.](one|other)";

  private static final Pattern ASKED_IN_JAVA =
      Pattern.compile(
          "(?:Texts\\.of|pages\\.done|pages\\.doneBeforeRedirect|new Refused\\.(?!Fault)\\w+)"
              + "\\(\\s*\"([^\"]+)\"\\s*[,)]");

  /** The variable by which pages read a bundle → the bundle's name. */
  private static Map<String, String> bundles() {
    Map<String, String> bundles = new HashMap<>();
    Matcher declaration = DECLARATION.matcher(read(PAGES.resolve("WEB-INF/faces-config.xml")));
    while (declaration.find()) {
      bundles.put(declaration.group(2), declaration.group(1));
    }
    return bundles;
  }

  private static Set<String> keys(String bundle) {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(TEXTS.resolve(bundle + ".properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  @Test
  void every_bundle_is_declared_for_pages() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      List<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".properties"))
              .map(name -> name.replace(".properties", ""))
              .toList();
      assertThat(bundles().values()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void every_text_that_pages_ask_for_is_there() {
    List<String> missing = new ArrayList<>();
    bundles()
        .forEach(
            (variable, bundle) -> {
              Set<String> keys = keys(bundle);
              Asked asked = askedByPages(variable);
              asked.whole.stream()
                  .filter(key -> !keys.contains(key))
                  .forEach(key -> missing.add(variable + "['" + key + "']"));
              asked.beginnings.stream()
                  .filter(start -> keys.stream().noneMatch(key -> key.startsWith(start)))
                  .forEach(start -> missing.add(variable + "['" + start + "'…]"));
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_that_classes_ask_for_is_there() {
    Set<String> keys = keys("messages");
    Set<String> missing = new TreeSet<>();
    for (Path file : files(CLASSES, ".java")) {
      Matcher asked = ASKED_IN_JAVA.matcher(read(file));
      while (asked.find()) {
        if (!keys.contains(asked.group(1))) {
          missing.add(file.getFileName() + ": " + asked.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_that_is_there_is_asked_for() {
    Set<String> unused = new TreeSet<>();
    String code = code();
    bundles()
        .forEach(
            (variable, bundle) -> {
              Asked asked = askedByPages(variable);
              keys(bundle).stream()
                  .filter(key -> !asked.holds(key) && !isNamed(key, code))
                  .forEach(key -> unused.add(bundle + ": " + key));
            });
    assertThat(unused).isEmpty();
  }

  /** Whether code names the key, or a beginning of it that ends with a dot. */
  private static boolean isNamed(String key, String code) {
    if (isQuoted(key, code)) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      String beginning = key.substring(0, dot + 1);
      if (isQuoted(beginning, code) || code.contains("`" + beginning + "${")) {
        return true;
      }
    }
    return key.matches(COUNTED) && isQuoted(key.replaceFirst("\\.[^.]+$", ""), code);
  }

  private static boolean isQuoted(String text, String code) {
    return Stream.of("\"", "'", "`").anyMatch(quote -> code.contains(quote + text + quote));
  }

  /** All classes and scripts. */
  private static String code() {
    return Stream.concat(files(CLASSES, ".java").stream(), files(PAGES, ".js").stream())
        .map(BundlesTest::read)
        .collect(Collectors.joining("\n"));
  }

  /** What pages ask of one bundle: whole keys, and beginnings of keys that are put together. */
  private record Asked(Set<String> whole, Set<String> beginnings) {

    boolean holds(String key) {
      return whole.contains(key) || beginnings.stream().anyMatch(key::startsWith);
    }
  }

  private static Asked askedByPages(String variable) {
    Asked asked = new Asked(new TreeSet<>(), new TreeSet<>());
    for (Path page : files(PAGES, ".xhtml")) {
      Matcher expression = EXPRESSION.matcher(read(page));
      while (expression.find()) {
        collect(expression.group(1), variable + "[", asked);
      }
    }
    return asked;
  }

  private static void collect(String expression, String start, Asked asked) {
    int at = expression.indexOf(start);
    while (at >= 0) {
      String inside = inside(expression, at + start.length());
      Matcher literal = QUOTED.matcher(inside);
      while (literal.find()) {
        String after = inside.substring(literal.end());
        if (after.startsWith(".concat(") || after.startsWith(" += ")) {
          asked.beginnings.add(literal.group(1));
        } else if (literal.start() == 0 || "?:".indexOf(lastSign(inside, literal.start())) >= 0) {
          asked.whole.add(literal.group(1));
        }
      }
      at = expression.indexOf(start, at + 1);
    }
  }

  /** The text up to the bracket that closes the one before it. */
  private static String inside(String expression, int from) {
    int open = 1;
    int end = from;
    while (end < expression.length() && open > 0) {
      char c = expression.charAt(end++);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    return expression.substring(from, open == 0 ? end - 1 : end);
  }

  private static char lastSign(String text, int before) {
    String head = text.substring(0, before).stripTrailing();
    return head.isEmpty() ? ' ' : head.charAt(head.length() - 1);
  }

  private static List<Path> files(Path root, String ending) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
