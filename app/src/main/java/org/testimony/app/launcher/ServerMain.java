package org.testimony.app.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * Entry point of the server's process. It starts Payara Micro and adds what a supervised process
 * needs: it ends when its standard input ends – so at a stop, and when the supervisor dies however
 * it dies –, it ends when the application did not start instead of staying without one, and it
 * writes the class data archive after the first start.
 */
public final class ServerMain {

  /** Exit status when the application did not start. */
  public static final int NOT_DEPLOYED = 3;

  private static final Logger LOG = Logger.getLogger("org.testimony.app.launcher");

  /** What the application answers until it is ready; after that, 200. */
  private static final int STARTING = 503;

  private static final String SERVER = "fish.payara.micro.impl.PayaraMicroImpl";

  private ServerMain() {}

  /** Arguments: those of Payara Micro. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    endWithInput();
    Class<?> server = Class.forName(SERVER);
    try {
      server.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      LOG.log(Level.SEVERE, "the server did not start", e);
      System.exit(NOT_DEPLOYED);
    }
    if (!answers()) {
      System.exit(NOT_DEPLOYED);
    }
    tellReady();
    String archive = System.getProperty("testimony.archive", "");
    if (!archive.isEmpty()) {
      writeArchive(Path.of(archive));
    }
  }

  /** Payara Micro has done what it does at a start: now the application answers, or never will. */
  private static boolean answers() {
    try {
      int status = STARTING;
      for (; status == STARTING; Thread.sleep(200)) {
        HttpURLConnection connection =
            (HttpURLConnection)
                URI.create(System.getProperty("testimony.ready")).toURL().openConnection();
        status = connection.getResponseCode();
        connection.disconnect();
      }
      return status == 200;
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the server does not listen", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A file, because asking again and again would take the processor from what is to be ready. */
  private static void tellReady() {
    try {
      Files.createFile(Path.of(System.getProperty("testimony.ready.file")));
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the supervisor cannot be told that the server is ready", e);
      System.exit(NOT_DEPLOYED);
    }
  }

  private static void endWithInput() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is ever said; only the end counts.
                }
              } catch (IOException e) {
                LOG.log(Level.WARNING, "the pipe from the supervisor broke", e);
              }
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
              System.exit(0);
            },
            "supervisor-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Another process writes the archive, from the list of classes that this one has loaded. */
  private static void writeArchive(Path archive) {
    Path draft =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"static_dump", draft.toString()}},
              new String[] {String[].class.getName()});
      if (Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | JMException | JMRuntimeException e) {
      LOG.log(Level.WARNING, "no class data archive was written; later starts take longer", e);
    }
  }
}
