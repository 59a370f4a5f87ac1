package org.testimony.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.testimony.app.Terminal;

/** What is said while something takes long. */
class ProgressTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Terminal terminal =
      Terminal.on(new PrintStream(said, true, StandardCharsets.UTF_8));

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_quick_is_not_spoken_of() {
    try (Progress progress = new Progress(terminal)) {
      progress.step("step.agreement.compare");
    }
    assertThat(said()).doesNotContain("Matching");
  }

  @Test
  void what_takes_longer_than_a_second_is() throws InterruptedException {
    try (Progress progress = new Progress(terminal)) {
      progress.step("step.agreement.rows", "l.csv", 1_234_567L);
      for (int i = 0; i < 100 && !said().contains("l.csv"); i++) {
        Thread.sleep(100);
      }
      assertThat(said()).contains("Reading l.csv: 1,234,567 rows");
    }
    assertThat(said()).as("the line is taken away at the end").endsWith("\033[K");
  }
}
