package org.testimony.web.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an upload goes through before it is read. */
class UploadTest {

  @Test
  void ends_an_upload_that_is_longer_than_allowed() throws IOException {
    byte[] ten = "0123456789".getBytes(UTF_8);
    InputStream fits = limited(ten, 10);
    assertThat(fits.readAllBytes()).isEqualTo(ten);
    InputStream exceeds = limited(ten, 9);
    assertThatThrownBy(exceeds::readAllBytes).hasMessage("too long");
    InputStream oneByOne = limited(ten, 1);
    assertThat(oneByOne.read()).isEqualTo('0');
    assertThatThrownBy(oneByOne::read).hasMessage("too long");
    InputStream skipped = limited(ten, 3);
    assertThatThrownBy(() -> skipped.skip(5)).hasMessage("too long");
  }

  private static InputStream limited(byte[] bytes, long limit) {
    return new UploadDoor.Limited(
        new ByteArrayInputStream(bytes), limit, () -> new IllegalStateException("too long"));
  }

  @Test
  void leaves_no_file_behind() throws IOException {
    Path path;
    try (TemporaryFile file = TemporaryFile.of(new ByteArrayInputStream(new byte[100]))) {
      path = file.path();
      assertThat(Files.size(path)).isEqualTo(100);
    }
    assertThat(path).doesNotExist();
    TemporaryFile once = TemporaryFile.of(new ByteArrayInputStream(new byte[100]));
    try (InputStream in = once.readOnce()) {
      assertThat(in.readAllBytes()).hasSize(100);
    }
    assertThat(once.path()).doesNotExist();
  }
}
