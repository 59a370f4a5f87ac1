package org.testimony.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.codebook.DefaultCodebook;

class CodebookDocumentTest {

  private static final String DEFAULT = CodebookWriter.write(DefaultCodebook.newsClaims());

  @Test
  void is_read_with_and_without_byte_order_mark() {
    assertThat(CodebookDocument.of(DEFAULT.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(DefaultCodebook.newsClaims());
    assertThat(CodebookDocument.of(("\uFEFF" + DEFAULT).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(DefaultCodebook.newsClaims());
  }

  @Test
  void is_refused_with_every_fault_and_its_place() {
    String wrong = DEFAULT.replace("\"letter\": \"C\"", "\"letter\": 7").replace("\"en\"", "\"?\"");
    Refused.Invalid refused =
        catchThrowableOfType(Refused.Invalid.class, () -> CodebookDocument.below("/book", wrong));
    assertThat(refused.faults())
        .extracting(Refused.Fault::pointer)
        .contains("/book/language", "/book/layers/0/letter");
  }

  @Test
  void is_refused_where_it_is_not_utf_8() {
    byte[] latin = "{\"title\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
    Refused.Invalid refused =
        catchThrowableOfType(Refused.Invalid.class, () -> CodebookDocument.of(latin));
    assertThat(refused.key()).isEqualTo("codebook.utf8");
  }

  @Test
  void is_refused_where_it_is_too_large() {
    byte[] large = new byte[CodebookDocument.LARGEST + 1];
    Refused.Invalid refused =
        catchThrowableOfType(Refused.Invalid.class, () -> CodebookDocument.of(large));
    assertThat(refused.key()).isEqualTo("codebook.large");
  }
}
