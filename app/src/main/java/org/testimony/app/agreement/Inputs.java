package org.testimony.app.agreement;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.core.agreement.LabelsFile;
import org.testimony.core.table.CsvRefused;

/** Files of data: opened as strict UTF-8, their faults turned into sentences. */
final class Inputs {

  private Inputs() {}

  /** Opens a file. */
  static Reader open(Path file) throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  /** A file that can be opened again. */
  static LabelsFile.Source source(Path file) {
    return () -> open(file);
  }

  /** Readers decode far ahead, so the line is looked for once it is known that there is one. */
  private static String notUtf8(CsvRefused refused) {
    long line = refused.line();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(refused.file())))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      long number = 1;
      int next = in.read();
      while (next >= 0 && isUtf8(bytes, next)) {
        number += next == '\n' ? 1 : 0;
        next = in.read();
      }
      line = number;
    } catch (IOException e) {
      return Problem.reason(refused);
    }
    return Messages.text("agreement.encoding", refused.file(), line);
  }

  /** Adds a byte to a line; at its end, whether the line was UTF-8. */
  private static boolean isUtf8(ByteArrayOutputStream line, int next) {
    line.write(next);
    if (next != '\n') {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
      line.reset();
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Refuses a file that is not there. */
  static void refuseMissing(Path file) {
    if (!Files.exists(file)) {
      throw new Problem("file.missing", file);
    }
  }

  /** Something that reads files. */
  interface Act<T> {
    T read() throws IOException;
  }

  /**
   * Reads, after looking whether the files are there.
   *
   * @throws BadInput where the data is wrong
   * @throws Problem where a file cannot be read
   */
  static <T> T read(Act<T> act, Path... files) {
    for (Path file : files) {
      refuseMissing(file);
    }
    try {
      return act.read();
    } catch (CsvRefused e) {
      throw e.getCause() instanceof CharacterCodingException
          ? new BadInput(e, notUtf8(e))
          : new BadInput(e, Problem.reason(e));
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", files[0], Problem.reason(e));
    }
  }
}
