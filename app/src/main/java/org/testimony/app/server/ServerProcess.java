package org.testimony.app.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testimony.app.LogFile;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Program;
import org.testimony.app.launcher.ServerMain;

/**
 * The running server. Its standard input is a pipe that never carries anything: closing it stops
 * the server, and so does the death of this process.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long SECONDS_TO_STOP = 5;
  private static final Pattern CAUSE =
      Pattern.compile("(?m)^(?:Caused by: )?(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: )+(.+)$");

  /** Small at the start and bounded; the full compiler, because a sign-in hashes for long. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms96m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-Xmx512m",
          "-XX:MetaspaceSize=160m",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /**
   * Ten times as many calls as usual before the full compiler takes a method: most of what is
   * called often at a start is never called again. What is hot reaches that in moments.
   */
  private static final List<String> FULL_COMPILER_LATER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** At a start the compilers would take half of two processors from what they compile for. */
  private static final List<String> COMPILERS_LAST =
      List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=15");

  private final Process process;
  private final ServerPlan plan;
  private final Path ready;
  private final LogFile log;
  private final long logBefore;

  private ServerProcess(Process process, ServerPlan plan, Path ready, LogFile log, long logBefore) {
    this.process = process;
    this.plan = plan;
    this.ready = ready;
    this.log = log;
    this.logBefore = logBefore;
  }

  /**
   * Starts a server; it is not ready yet.
   *
   * @throws Problem when the process cannot be made
   */
  public static ServerProcess start(ServerPlan plan) {
    LaunchArchive launch = LaunchArchive.of(plan.program().payara(), plan.data().runtime());
    ServerFolder folder = ServerFolder.make(plan);
    LogFile log = new LogFile(plan.data().logs().resolve("server.log"));
    try {
      log.rotate();
      ProcessBuilder builder =
          new ProcessBuilder(command(plan, launch, folder))
              .directory(folder.path().toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
      // Few arenas of the C library: many hold some 50 MB that nobody uses.
      builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
      builder.environment().putAll(plan.settings());
      long before = log.size();
      return new ServerProcess(builder.start(), plan, folder.ready(), log, before);
    } catch (IOException e) {
      throw Problem.because(e, "server.prepare", plan.data().path(), Problem.reason(e));
    }
  }

  private static List<String> command(ServerPlan plan, LaunchArchive launch, ServerFolder folder)
      throws IOException {
    List<String> command = new ArrayList<>(apart());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(FULL_COMPILER_LATER);
    // A nice value; other systems would take the number for something else.
    command.addAll(System.getProperty("os.name").startsWith("Linux") ? COMPILERS_LAST : List.of());
    command.add("-Djava.io.tmpdir=" + folder.temporary());
    // Payara Micro trusts its own parts by where they lie.
    command.add("-Dfish.payara.micro.BootJar=" + launch.jar().toUri());
    command.add("-Dfish.payara.micro.UnpackDir=" + plan.program().payara());
    command.add("-XX:ErrorFile=" + plan.data().logs().resolve("jvm-error-%p.log"));
    command.add("-Dtestimony.ready=" + plan.localAddress() + "api/v1/ready");
    command.add("-Dtestimony.ready.file=" + folder.ready());
    command.addAll(classData(launch));
    command.addAll(launch.opened());
    command.addAll(operatorFlags());
    command.addAll(List.of("-cp", launch.classPath(), ServerMain.class.getName()));
    command.addAll(
        List.of(
            "--rootdir",
            folder.path().toString(),
            "--port",
            Integer.toString(plan.port()),
            // Alone: with --nocluster beside it, Hazelcast stays on.
            "--nohazelcast",
            "--disablephonehome",
            "--prebootcommandfile",
            folder.commands().toString(),
            "--deploy",
            plan.program().war().toString(),
            "--contextroot",
            "/"));
    return command;
  }

  /** A key pressed in the terminal must reach the supervisor only. */
  private static List<String> apart() {
    if (!PrivateFiles.posix()) {
      return List.of();
    }
    return Program.find("setsid")
        .map(setsid -> List.of(setsid.toString()))
        .orElse(List.of("/bin/sh", "-c", "trap '' INT QUIT TSTP; exec \"$@\"", "sh"));
  }

  private static List<String> classData(LaunchArchive launch) throws IOException {
    if (Files.exists(launch.classData())) {
      return List.of("-XX:SharedArchiveFile=" + launch.classData());
    }
    try (Stream<Path> files = Files.list(launch.folder())) {
      for (Path draft : files.filter(file -> file.toString().contains(".jsa.")).toList()) {
        Files.delete(draft);
      }
    }
    return System.getenv("TESTIMONY_NO_CLASS_ARCHIVE") == null
        ? List.of("-Dtestimony.archive=" + launch.classData())
        : List.of();
  }

  private static List<String> operatorFlags() {
    String flags = System.getenv("TESTIMONY_JAVA_OPTIONS");
    return flags == null || flags.isBlank() ? List.of() : List.of(flags.strip().split("\\s+"));
  }

  /**
   * Waits until the application answers.
   *
   * @throws Problem when it does not come up, with the reason
   */
  public void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(ready) || !answers()) {
      if (!process.isAlive()) {
        throw new Problem("server.failed", reason(), log.file());
      }
      if (System.nanoTime() > deadline) {
        throw new Problem("server.slow", PATIENCE.toMinutes(), log.file());
      }
      Thread.sleep(50);
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(plan.localAddress() + "api/v1/ready").toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(10_000);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException e) {
      // Not listening yet, or nobody is left to listen: the caller tells which.
      return false;
    }
  }

  private String reason() {
    try {
      String reason = "";
      Matcher causes = CAUSE.matcher(log.text(logBefore));
      while (causes.find()) {
        reason = causes.group(1).strip();
      }
      return reason.isEmpty() ? log.tail(logBefore) : reason;
    } catch (IOException e) {
      return Problem.reason(e);
    }
  }

  /** Whether the process lives. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Its log. */
  public LogFile log() {
    return log;
  }

  /** Stops the server; kills it where it does not stop. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
