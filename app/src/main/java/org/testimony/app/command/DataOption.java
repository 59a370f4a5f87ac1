package org.testimony.app.command;

import java.nio.file.Path;
import org.testimony.app.DataFolder;
import picocli.CommandLine.Option;

/** The option {@code --data}, which every command has. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "testimony-data",
      descriptionKey = "option.data")
  private Path data = Path.of("testimony-data");

  DataFolder folder() {
    return new DataFolder(data);
  }
}
