package org.testimony.app.command;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.ProgramFolder;
import org.testimony.app.Terminal;
import org.testimony.app.backup.Restore;
import org.testimony.app.database.Migrations;
import org.testimony.app.supervisor.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup into an empty installation that is not running. */
@Command(name = "restore", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Terminal terminal = Terminal.ofThisProcess();
    if (!Files.isRegularFile(file)) {
      throw new Problem("file.missing", file);
    }
    Version schema = Restore.check(file, terminal);
    ProgramFolder program = ProgramFolder.ofThisProgram();
    DataFolder folder = data.folder();
    try (FolderLock lock = FolderLock.take(folder);
        Database database = Database.open(program, lock, terminal)) {
      long rows =
          new Restore(database.address(), Migrations.of(program.war()), terminal).read(file);
      System.out.println(Messages.text("restore.done", rows, schema, folder.path()));
    }
    return 0;
  }
}
