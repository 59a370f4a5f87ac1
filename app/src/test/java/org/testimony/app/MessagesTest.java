package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");
  private static final Pattern SINGLE =
      Pattern.compile("(?:Messages\\.text|new Problem)\\(\\s*\"([a-z]+)\"");

  private static Set<String> inCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        for (Pattern pattern : new Pattern[] {KEY, SINGLE}) {
          Matcher matcher = pattern.matcher(code);
          while (matcher.find()) {
            keys.add(matcher.group(1));
          }
        }
      }
    }
    return keys;
  }

  private static Set<String> inBundle() {
    return new TreeSet<>(ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT).keySet());
  }

  @Test
  void every_sentence_is_used() throws IOException {
    Set<String> unused = inBundle();
    unused.removeIf(key -> key.startsWith("testimony."));
    unused.removeAll(inCode());
    assertThat(unused).isEmpty();
  }

  @Test
  void every_sentence_that_is_used_exists() throws IOException {
    Set<String> rooms =
        new TreeSet<>(inBundle().stream().map(key -> key.split("\\.", -1)[0]).toList());
    Set<String> missing = inCode();
    missing.removeIf(key -> !rooms.contains(key.split("\\.", -1)[0]));
    missing.removeAll(
        Set.of("testimony.war", "testimony.archive", "testimony.ready", "testimony.ready.file"));
    missing.removeAll(inBundle());
    missing.removeIf(key -> key.matches(".*\\.(properties|json|log|jar)"));
    assertThat(missing).isEmpty();
  }
}
