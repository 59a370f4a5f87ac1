package org.testimony.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.ProgramFolder;
import org.testimony.app.Terminal;
import org.testimony.app.backup.Backup;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.EmbeddedPostgres;
import org.testimony.app.supervisor.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: writes everything into one file, also while people work. */
@Command(name = "backup", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
  private Path file = Path.of("");

  private final Terminal terminal = Terminal.ofThisProcess();

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    if (!java.nio.file.Files.isDirectory(folder.path())) {
      throw new Problem("data.missing", folder.path());
    }
    Optional<FolderLock> free = FolderLock.tryTake(folder);
    if (free.isEmpty()) {
      write(
          DatabaseAddress.own()
              .or(() -> EmbeddedPostgres.running(folder))
              .orElseThrow(() -> new Problem("backup.which", folder.path())));
      return 0;
    }
    try (FolderLock lock = free.get();
        Database database = Database.open(ProgramFolder.ofThisProgram(), lock, terminal)) {
      write(database.address());
    }
    return 0;
  }

  private void write(DatabaseAddress address) {
    Path target = file.toAbsolutePath();
    long rows = new Backup(address, terminal).write(target);
    System.out.println(Messages.text("backup.done", target, rows));
  }
}
