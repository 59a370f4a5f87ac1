package org.testimony.app.agreement;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testimony.app.Problem;
import org.testimony.core.agreement.CsvRefused;
import org.testimony.core.agreement.LabelsFile;

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
      if (!Files.exists(file)) {
        throw new Problem("file.missing", file);
      }
    }
    try {
      return act.read();
    } catch (CsvRefused e) {
      throw new BadInput(e, Problem.reason(e));
    } catch (CharacterCodingException e) {
      throw new BadInput(e, files[0] + ": expected UTF-8");
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", files[0], Problem.reason(e));
    }
  }
}
