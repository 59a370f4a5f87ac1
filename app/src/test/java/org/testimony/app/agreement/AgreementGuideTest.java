package org.testimony.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testimony.app.Testimony;

/** Every example of the guide prints what the guide says. */
class AgreementGuideTest {

  private static final Path DOCS = Path.of("../docs");
  private static final String BLOCK = "```console\n$ testimony ";

  @TestFactory
  Stream<DynamicTest> the_guide_is_right() throws IOException {
    String guide = Files.readString(DOCS.resolve("agreement-command.md"));
    List<String> blocks = Arrays.asList(guide.split(java.util.regex.Pattern.quote(BLOCK), -1));
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks.stream()
        .skip(1)
        .map(
            block -> {
              int end = block.indexOf('\n');
              String command = block.substring(0, end);
              String printed = block.substring(end + 1, block.indexOf("```"));
              return DynamicTest.dynamicTest(
                  command, () -> assertThat(run(command)).isEqualTo(printed));
            });
  }

  /** What a command prints, with the paths as the guide writes them. */
  private static String run(String command) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      Testimony.run(
          Arrays.stream(command.split(" ", -1))
              .map(word -> word.replaceFirst("^examples/", DOCS + "/examples/"))
              .toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(DOCS + "/examples/", "examples/");
  }
}
