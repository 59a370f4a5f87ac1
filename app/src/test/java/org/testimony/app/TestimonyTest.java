package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TestimonyTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setOut(out);
    System.setErr(err);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "demo --help",
        "import --help",
        "export --help",
        "agreement --help",
        "user --help",
        "user add --help",
        "user list --help",
        "user reset --help",
        "backup --help",
        "restore --help",
        "--version"
      })
  void explains_itself(String line) {
    assertThat(Testimony.run(line.split(" "))).isZero();
    assertThat(output()).isNotBlank().doesNotContain("${");
    assertThat(errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "nonsense",
        "serve --nonsense",
        "serve --port x",
        "serve --port 70000",
        "--data a backup b",
        "import --project p",
        "import here",
        "export --project p",
        "backup",
        "restore a b",
        "user",
        "user add"
      })
  void says_what_is_wrong_in_one_line(String line) {
    assertThat(Testimony.run(line.split(" "))).isEqualTo(2);
    assertThat(errors()).hasLineCount(1).startsWith("testimony: ").contains("--help");
    assertThat(output()).isEmpty();
  }

  @Test
  void refuses_what_is_not_there(@TempDir Path folder) {
    Path missing = folder.resolve("missing");
    assertThat(Testimony.run("restore", "--data", folder.toString(), missing.toString()))
        .isEqualTo(1);
    assertThat(errors()).hasLineCount(1).contains(missing.toString());
  }

  @Test
  void tells_of_its_own_fault_in_one_line_and_keeps_the_rest_in_a_file() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(new Testimony()).setErr(new PrintWriter(said, true));
    Exception fault = new IllegalStateException("the drawer is empty");
    assertThat(Testimony.failed(fault, line)).isEqualTo(1);
    assertThat(said.toString()).hasLineCount(1).contains("the drawer is empty");
    String words = said.toString().strip();
    Path kept = Path.of(words.substring(words.lastIndexOf(' ') + 1));
    assertThat(kept).content().contains("IllegalStateException", "TestimonyTest");
    Files.delete(kept);
  }

  @Test
  void knows_its_version() {
    assertThat(Testimony.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }
}
