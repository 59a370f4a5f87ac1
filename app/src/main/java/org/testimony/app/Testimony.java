package org.testimony.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.testimony.app.agreement.AgreementCommand;
import org.testimony.app.command.BackupCommand;
import org.testimony.app.command.DemoCommand;
import org.testimony.app.command.ExportCommand;
import org.testimony.app.command.ImportCommand;
import org.testimony.app.command.RestoreCommand;
import org.testimony.app.command.ServeCommand;
import org.testimony.app.command.UserCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Entry point of the program: chooses the command and turns its end into an exit status. */
@Command(
    name = "testimony",
    resourceBundle = Messages.BUNDLE,
    mixinStandardHelpOptions = true,
    versionProvider = Testimony.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      AgreementCommand.class,
      UserCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class Testimony {

  /** Exit status when something was refused or failed. */
  public static final int REFUSED = 1;

  /** Runs a command and ends the process with 0 (done), 1 (refused) or 2 (bad usage). */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit status. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Testimony());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Testimony::badUsage);
    line.setExecutionExceptionHandler((e, failing, result) -> failed(e, failing));
    return line.execute(withDefault(arguments));
  }

  /** Without the name of a command, {@code serve} is meant. */
  private static String[] withDefault(String[] arguments) {
    List<String> own = List.of("-h", "--help", "-V", "--version");
    if (arguments.length > 0 && (!arguments[0].startsWith("-") || own.contains(arguments[0]))) {
      return arguments;
    }
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(0, "serve");
    return all.toArray(String[]::new);
  }

  private static int badUsage(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(
        Messages.text(
            "usage.bad", Problem.reason(e), e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  static int failed(Exception e, CommandLine line) {
    if (e instanceof Problem) {
      line.getErr().println(Messages.text("problem", Problem.reason(e)));
    } else if (e instanceof InterruptedException) {
      line.getErr().println(Messages.text("stopped"));
    } else {
      line.getErr().println(Messages.text("problem.unexpected", Problem.reason(e), kept(e)));
    }
    return REFUSED;
  }

  /** Where that is kept which helps to mend a fault and nobody else. */
  private static String kept(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("testimony-fault-", ".txt");
      Files.writeString(file, trace.toString());
      return file.toString();
    } catch (IOException unwritable) {
      return trace.toString();
    }
  }

  /** Version of the program. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream file = Testimony.class.getResourceAsStream("version.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Testimony " + version()};
    }
  }
}
