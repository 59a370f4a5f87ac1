package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @Test
  void is_held_by_one_until_it_gives_it_back(@TempDir Path folder) {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (FolderLock lock = FolderLock.take(data)) {
      assertThat(lock.data()).isEqualTo(data);
      assertThat(FolderLock.tryTake(data)).isEmpty();
      assertThatThrownBy(() -> FolderLock.take(data))
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll(
              folder.toString(), "in use by process " + ProcessHandle.current().pid());
    }
    FolderLock.take(data).close();
  }
}
