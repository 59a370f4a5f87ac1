package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void is_moved_aside_above_its_bound_while_another_goes_on_writing() throws IOException {
    LogFile log = new LogFile(folder.resolve("server.log"));
    log.rotate();
    try (OutputStream writer = Files.newOutputStream(log.file(), StandardOpenOption.APPEND)) {
      writer.write(new byte[(int) LogFile.BOUND]);
      log.rotate();
      assertThat(log.size()).isEqualTo(LogFile.BOUND);
      writer.write('x');
      log.rotate();
      assertThat(log.size()).isZero();
      assertThat(folder.resolve("server.log.1")).hasSize(LogFile.BOUND + 1);
      writer.write("after".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Files.readString(log.file())).isEqualTo("after");
  }

  @Test
  void tells_what_was_written_after_a_place_in_one_line() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "old\none\n  two\n");
    assertThat(new LogFile(file).tail(4)).isEqualTo("one; two");
    assertThat(new LogFile(folder.resolve("none.log")).tail(0)).isEmpty();
  }
}
