package org.testimony.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example:5432/testimony, db.example:5432/testimony",
    "jdbc:postgresql://db.example/t?user=u&password=secret, db.example/t",
    "jdbc:postgresql://u:secret@db.example/t, db.example/t",
    "jdbc:postgresql:testimony, testimony"
  })
  void is_shown_without_what_is_secret(String url, String shown) {
    DatabaseAddress address = new DatabaseAddress(url, "u", "secret");
    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address).hasToString(shown);
  }
}
