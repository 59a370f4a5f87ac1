package org.testimony.core.codebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.testimony.core.text.Hash;

/**
 * Writes a codebook in its one canonical form: properties in the order of the format, switches by
 * name, an indent of two spaces, line feeds, nothing escaped that need not be, a line feed at the
 * end. Equal codebooks have equal text, and so equal hashes.
 */
public final class CodebookWriter {

  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writer(printer(new DefaultIndenter("  ", "\n")));

  private CodebookWriter() {}

  /** The canonical JSON text. */
  public static String write(Codebook codebook) {
    try {
      return WRITER.writeValueAsString(CodebookToTree.tree(codebook)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers could not be written", e);
    }
  }

  /** SHA-256 of the canonical JSON text in UTF-8. */
  public static Hash sha256(Codebook codebook) {
    return Hash.of(write(codebook));
  }

  private static DefaultPrettyPrinter printer(DefaultIndenter indenter) {
    Separators separators =
        Separators.createDefaultInstance()
            .withRootSeparator("")
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
