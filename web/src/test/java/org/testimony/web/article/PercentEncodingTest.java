package org.testimony.web.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentEncodingTest {

  @Test
  void reads_names_in_percent_encoded_utf8() {
    assertThat(PercentEncoding.decode("%D0%A3%20+.txt")).contains("У +.txt");
    assertThat(PercentEncoding.decode("plain.txt")).contains("plain.txt");
    assertThat(PercentEncoding.decode("%")).isEmpty();
    assertThat(PercentEncoding.decode("a%4")).isEmpty();
    assertThat(PercentEncoding.decode("%zz")).isEmpty();
    assertThat(PercentEncoding.decode("%C3.txt")).isEmpty();
  }
}
