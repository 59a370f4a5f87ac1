package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodingTest {

  private static Decoding utf8(String text) {
    return Decoding.utf8(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void removes_a_byte_order_mark_and_keeps_line_ends() {
    Decoding.Decoded decoded =
        (Decoding.Decoded) Decoding.utf8(TextFixtures.bytes("09-utf8-bom-crlf.txt"));
    assertThat(decoded.byteOrderMark()).isTrue();
    assertThat(decoded.text().length()).isEqualTo(30);
    assertThat(decoded.text().characters()).contains("\r\n").doesNotStartWith("\uFEFF");
    assertThat(decoded.sourceSha256())
        .isEqualTo(Hash.of(TextFixtures.bytes("09-utf8-bom-crlf.txt")));
  }

  @Test
  void keeps_a_mark_that_is_not_at_the_start() {
    Decoding.Decoded decoded = (Decoding.Decoded) utf8("a\uFEFFb");
    assertThat(decoded.byteOrderMark()).isFalse();
    assertThat(decoded.text().length()).isEqualTo(3);
  }

  @Test
  void refuses_invalid_bytes_with_their_place() {
    byte[] bytes = {'a', 'b', (byte) 0xC3, '(', 'c'};
    assertThat(Decoding.utf8(bytes)).isEqualTo(new Decoding.Refused(Decoding.Reason.NOT_UTF8, 2));
  }

  @Test
  void refuses_a_sequence_that_the_end_cuts_off() {
    byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82};
    assertThat(Decoding.utf8(bytes)).isEqualTo(new Decoding.Refused(Decoding.Reason.NOT_UTF8, 1));
  }

  @Test
  void refuses_an_encoded_surrogate_and_windows_1251() {
    assertThat(Decoding.utf8(TextFixtures.bytes("23-invalid-utf8.bin")))
        .isInstanceOf(Decoding.Refused.class);
    assertThat(Decoding.utf8(TextFixtures.bytes("06-ukrainian-cp1251.txt")))
        .isInstanceOf(Decoding.Refused.class);
    byte[] surrogate = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThat(Decoding.utf8(surrogate))
        .isEqualTo(new Decoding.Refused(Decoding.Reason.NOT_UTF8, 1));
  }

  @Test
  void refuses_nul_with_its_place_and_blank_files() {
    assertThat(utf8("ab\0c")).isEqualTo(new Decoding.Refused(Decoding.Reason.NUL, 2));
    assertThat(utf8("")).isEqualTo(new Decoding.Refused(Decoding.Reason.EMPTY, 0));
    assertThat(utf8(" \n\t ")).isEqualTo(new Decoding.Refused(Decoding.Reason.EMPTY, 0));
  }

  @Test
  void a_text_refuses_nul_and_half_pairs() {
    assertThatThrownBy(() -> ArticleText.of("a\0")).hasMessageContaining("NUL at character 1");
    assertThatThrownBy(() -> ArticleText.of("😀\uD83D"))
        .hasMessageContaining("U+D83D) at character 1");
  }
}
