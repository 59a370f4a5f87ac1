package org.testimony.app.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.Migrations;
import org.testimony.app.server.ServerPlan;
import org.testimony.app.server.ServerProcess;

/**
 * Starts an installation, watches it and stops it: the folder's lock, the port, the database, its
 * schema, the server. Closing is safe at any moment and from any thread, also during the start.
 */
public final class Supervisor implements AutoCloseable {

  private static final long WATCH_MILLISECONDS = 500;
  private static final int WATCHES_PER_ROTATION = 120;

  /** Payara Micro never came to the application in less, on any machine that was tried. */
  private static final Duration HEAD_START = Duration.ofSeconds(3);

  private final Installation installation;
  private final Terminal terminal;
  private @Nullable FolderLock lock;
  private @Nullable Database database;
  private @Nullable ServerProcess server;
  private String address = "";
  private boolean closed;

  /** A supervisor that has not started anything yet. */
  public Supervisor(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /**
   * Starts everything and returns when the application answers.
   *
   * @throws Problem when something keeps it from starting; what was started is stopped by {@link
   *     #close}
   */
  public void start() throws InterruptedException {
    DataFolder data = installation.data();
    boolean done = false;
    FolderLock held;
    try {
      synchronized (this) {
        refuseWhenClosed();
        held = FolderLock.take(data);
        lock = held;
        Files.deleteIfExists(data.serverAddress());
        Files.deleteIfExists(data.serviceToken());
      }
      int port = freePort(installation.host(), installation.port());
      Migrations migrations = Migrations.of(installation.program().war());
      Database opened;
      synchronized (this) {
        refuseWhenClosed();
        opened = Database.prepare(installation.program(), held, terminal);
        database = opened;
      }
      ServerProcess started = startBoth(port, opened, migrations);
      terminal.step("step.ready");
      started.awaitReady();
      PrivateFiles.write(data.serverAddress(), address);
      done = true;
      // What the start needed is given back: from now on this process only waits.
      System.gc();
    } catch (IOException e) {
      throw Problem.because(e, "data.uncreatable", data.path(), Problem.reason(e));
    } catch (Problem e) {
      // What fails because it is being stopped is no problem.
      refuseWhenClosed();
      throw e;
    } finally {
      terminal.done();
      if (!done) {
        close();
      }
    }
  }

  private synchronized void refuseWhenClosed() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("stopped while starting");
    }
  }

  /**
   * Starts the database, and beside it the server, which takes longer than {@link #HEAD_START} to
   * come to the point where it needs the database. Where the database takes longer than that, as
   * after a crash, or comes up elsewhere, the server is started again.
   */
  private ServerProcess startBoth(int port, Database opened, Migrations migrations)
      throws InterruptedException {
    Optional<DatabaseAddress> expected = opened.expected();
    long begun = System.nanoTime();
    if (expected.isPresent()) {
      startServer(port, expected.get());
    }
    opened.start();
    migrations.checkKnown(opened.address());
    boolean fitting =
        expected.equals(Optional.of(opened.address()))
            && System.nanoTime() - begun < HEAD_START.toNanos();
    synchronized (this) {
      refuseWhenClosed();
      if (server != null && fitting) {
        return server;
      }
      if (server != null) {
        server.close();
      }
      return startServer(port, opened.address());
    }
  }

  private synchronized ServerProcess startServer(int port, DatabaseAddress database)
      throws InterruptedException {
    refuseWhenClosed();
    terminal.step("step.server");
    Map<String, String> settings = new HashMap<>();
    settings.put("TESTIMONY_DATA", installation.data().path().toString());
    settings.put("TESTIMONY_DB_URL", database.url());
    settings.put("TESTIMONY_DB_USER", database.user());
    settings.put("TESTIMONY_DB_PASSWORD", database.password());
    if (installation.demonstration() == Installation.Demonstration.FILLED) {
      settings.put("TESTIMONY_DEMO_FOLDER", installation.program().seeds().toString());
    }
    ServerPlan plan =
        new ServerPlan(
            installation.program(), installation.data(), installation.host(), port, settings);
    address = plan.localAddress();
    ServerProcess started = ServerProcess.start(plan);
    server = started;
    return started;
  }

  private static int freePort(String host, int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), wanted));
      return socket.getLocalPort();
    } catch (UnknownHostException e) {
      throw Problem.because(e, "host.unknown", host);
    } catch (IOException e) {
      throw Problem.because(e, "port.taken", wanted, host, Problem.reason(e));
    }
  }

  /** Where the server answers on this machine. */
  public synchronized String address() {
    return address;
  }

  /** Where the first administrator is made; nothing once an account exists. */
  public Optional<String> firstAdministratorLink() {
    return DataFolder.read(installation.data().firstAdministratorLink())
        .map(path -> address().replaceFirst("/$", "") + path);
  }

  /**
   * How to sign in to the demonstration. Told once: the passwords are not kept.
   *
   * @return lines for the person; nothing where the demonstration was not filled at this start
   */
  public Optional<String> demonstrationSignIn() {
    Path file = installation.data().demonstrationSignIn();
    Optional<String> lines = DataFolder.read(file);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Problem.because(e, "file.undeletable", file, Problem.reason(e));
    }
    return lines;
  }

  /**
   * Watches until the server ends or the thread is interrupted.
   *
   * @throws Problem when the server ended by itself
   */
  public void watch() throws InterruptedException {
    for (int i = 1; ; i++) {
      Thread.sleep(WATCH_MILLISECONDS);
      synchronized (this) {
        refuseWhenClosed();
        if (server == null || database == null) {
          throw new IllegalStateException("watched before it was started");
        }
        if (!server.alive()) {
          throw new Problem("server.ended", server.log().file());
        }
        database.revive();
        if (i % WATCHES_PER_ROTATION == 0) {
          rotateLogs(server, database);
        }
      }
    }
  }

  private static void rotateLogs(ServerProcess server, Database database) {
    try {
      server.log().rotate();
      database.rotateLog();
    } catch (IOException e) {
      // A log that cannot be moved aside is no reason to stop serving.
      System.err.println(Problem.reason(e));
    }
  }

  /** Stops the server, then the database, then gives the folder back. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
    if (lock != null) {
      forget();
      lock.close();
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(installation.data().serverAddress());
      Files.deleteIfExists(installation.data().serviceToken());
    } catch (IOException e) {
      System.err.println(Problem.reason(e));
    }
  }
}
