package org.testimony.app.command;

import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.ProgramFolder;
import org.testimony.app.Terminal;
import org.testimony.app.supervisor.Installation;
import org.testimony.app.supervisor.Installation.Demonstration;
import org.testimony.app.supervisor.Supervisor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve} and {@code demo} share: their options, and serving until they are stopped. */
final class ServeOptions {

  @Spec(Spec.Target.MIXEE)
  private @org.jspecify.annotations.Nullable CommandSpec command;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      descriptionKey = "option.host")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      descriptionKey = "option.port")
  private int port = 8080;

  int serve(Demonstration demonstration) throws InterruptedException {
    if (port < 0 || port > 65_535) {
      if (command == null) {
        throw new IllegalStateException("not parsed");
      }
      throw new ParameterException(command.commandLine(), Messages.text("usage.port", port));
    }
    Installation installation =
        new Installation(ProgramFolder.ofThisProgram(), data.folder(), host, port, demonstration);
    try (Supervisor supervisor = new Supervisor(installation, Terminal.ofThisProcess())) {
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop"));
      supervisor.start();
      System.out.println(Messages.text("serve.ready", supervisor.address()));
      supervisor
          .firstAdministratorLink()
          .ifPresent(link -> System.out.println(Messages.text("serve.first", link)));
      supervisor.demonstrationSignIn().ifPresent(System.out::println);
      System.out.flush();
      supervisor.watch();
    } catch (Problem e) {
      System.err.println(Messages.text("problem", Problem.reason(e)));
      return 1;
    }
    return 0;
  }
}
