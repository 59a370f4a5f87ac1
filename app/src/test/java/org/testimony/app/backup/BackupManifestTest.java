package org.testimony.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Hash;

class BackupManifestTest {

  private final BackupManifest manifest =
      new BackupManifest(
          "0.1.0",
          "7",
          List.of(new BackupManifest.Table("a", List.of("id", "line"), 12, Hash.of("x"))),
          List.of(new BackupManifest.Sequence("s", 9_000_000_000L)));

  @Test
  void comes_back_from_its_own_document() {
    assertThat(BackupManifest.of(manifest.toJson())).isEqualTo(manifest);
  }

  @Test
  void another_format_is_refused() {
    String later = manifest.toJson().replace("testimony-backup-1", "testimony-backup-2");
    assertThatThrownBy(() -> BackupManifest.of(later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("testimony-backup-1");
  }
}
