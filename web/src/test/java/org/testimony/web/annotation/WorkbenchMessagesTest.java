package org.testimony.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The words of the annotation surface: each one that the modules ask for exists, and each one is
 * asked for.
 */
class WorkbenchMessagesTest {

  private static final Pattern SAID = Pattern.compile("\\b(?:say|#say)\\(\\s*'([\\w.-]+)'");
  private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\\s*'([\\w.-]+)'");
  private static final Pattern LITERAL = Pattern.compile("'([a-zA-Z]+\\.[\\w.-]+)'");
  private static final Pattern PREFIX = Pattern.compile("`([a-zA-Z]+(?:\\.[a-zA-Z]+)*\\.)\\$\\{");
  private static final Pattern COUNT_FORM = Pattern.compile("\\.(?:one|other)$");

  private static Set<String> keys = Set.of();
  private static String modules = "";

  @BeforeAll
  static void read() throws IOException {
    keys = ResourceBundle.getBundle("org.testimony.web.workbench", Locale.ROOT).keySet();
    try (Stream<Path> files = Files.walk(Modules.SURFACE)) {
      modules =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .map(WorkbenchMessagesTest::contents)
              .collect(Collectors.joining("\n"));
    }
    modules += contents(Path.of("src/main/webapp/workbench.xhtml"));
    modules += contents(Path.of("src/main/webapp/judge.xhtml"));
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> all(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(modules);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void what_is_said_exists() {
    assertThat(all(SAID)).hasSizeGreaterThan(80).isSubsetOf(keys);
  }

  @Test
  void what_is_counted_has_both_forms() {
    for (String key : all(COUNTED)) {
      assertThat(keys).contains(key + ".one", key + ".other");
    }
  }

  @Test
  void what_exists_is_asked_for() {
    Set<String> literals = all(LITERAL);
    Set<String> prefixes = all(PREFIX);
    Set<String> unused = new HashSet<>();
    for (String key : keys) {
      String base = COUNT_FORM.matcher(key).replaceFirst("");
      boolean computed = prefixes.stream().anyMatch(key::startsWith);
      if (!literals.contains(key) && !literals.contains(base) && !computed) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void every_command_operation_and_rejection_has_words() {
    for (String id : all(Pattern.compile("\\{ id: '([a-z-]+)', keys"))) {
      assertThat(keys).contains("command." + id);
    }
    assertThat(keys)
        .contains(
            "operation.addSpan",
            "operation.removeSpan",
            "operation.moveSpan",
            "operation.relabel",
            "operation.setFeature",
            "operation.link",
            "operation.unlink",
            "operation.judge",
            "operation.setArticleValue",
            "operation.setNote",
            "operation.setFlag");
    assertThat(keys)
        .contains(
            "rejection.SPAN_OUTSIDE_TEXT",
            "rejection.QUOTE_MISMATCH",
            "rejection.UNKNOWN_LAYER",
            "rejection.UNKNOWN_FEATURE",
            "rejection.UNKNOWN_LABEL",
            "rejection.UNKNOWN_TARGET",
            "rejection.UNKNOWN_RELATION",
            "rejection.NO_SUCH_ANNOTATION",
            "rejection.ALREADY_EXISTS",
            "rejection.WRONG_ENDS",
            "rejection.BAD_VALUE");
  }
}
