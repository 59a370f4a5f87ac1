package org.testimony.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;

/**
 * Payara Micro's own folder: its configuration as delivered, with ours over it. It is made anew at
 * each start, so that no crash leaves a broken one.
 *
 * @param path the folder
 */
record ServerFolder(Path path) {

  /** Payara opens both stores with it; they hold nothing that is secret. */
  private static final String KEY_STORE_PASSWORD = "changeit";

  private static final String HTTP = "set configs.config.server-config.network-config.";

  /**
   * Listens at one address, says nothing about the product to strangers, and does not compare the
   * application's own descriptors with their schemas at each start.
   */
  private static final List<String> COMMANDS =
      List.of(
          "set configs.config.server-config.admin-service.das-config.deploy-xml-validation=none",
          HTTP + "network-listeners.network-listener.http-listener.address=%s",
          HTTP + "protocols.protocol.http-listener.http.server-header=false",
          HTTP + "protocols.protocol.http-listener.http.xpowered-by=false",
          HTTP + "protocols.protocol.http-listener.http.trace-enabled=false");

  /** Makes the folder for a server. */
  static ServerFolder make(ServerPlan plan) {
    ServerFolder folder = new ServerFolder(plan.data().work());
    try {
      PrivateFiles.deleteTree(folder.path);
      PrivateFiles.folder(folder.path);
      PrivateFiles.folder(folder.temporary());
      folder.copyConfiguration(plan.program().payara().resolve("MICRO-INF/domain"));
      folder.replaceKeyStores();
      folder.unpackAdapters(plan.program().payara().resolve("MICRO-INF/runtime"));
      Files.writeString(
          folder.commands(), String.join("\n", COMMANDS).formatted(plan.host()) + "\n");
      return folder;
    } catch (IOException e) {
      throw Problem.because(e, "server.prepare", folder.path, Problem.reason(e));
    }
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  /** Appears when the application answers. */
  Path ready() {
    return path.resolve("ready");
  }

  Path commands() {
    return path.resolve("preboot.txt");
  }

  /**
   * Trusts whom the Java installation trusts, and has no key of its own: Payara's is the same
   * everywhere, and opening its key stores would take a second.
   */
  private void replaceKeyStores() throws IOException {
    Path trusted = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    if (Files.exists(trusted)) {
      Files.copy(trusted, path.resolve("config/cacerts.p12"), StandardCopyOption.REPLACE_EXISTING);
    }
    try (OutputStream file = Files.newOutputStream(path.resolve("config/keystore.p12"))) {
      KeyStore none = KeyStore.getInstance("JKS");
      none.load(null, null);
      none.store(file, KEY_STORE_PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void copyConfiguration(Path domain) throws IOException {
    Path target = path.resolve("config");
    try (Stream<Path> files = Files.walk(domain)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(domain.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    new DomainFile(target.resolve("domain.xml")).complete();
    Path logging = target.resolve("logging.properties");
    Files.delete(logging);
    try (InputStream ours = ServerFolder.class.getResourceAsStream("logging.properties")) {
      if (ours == null) {
        throw new IOException("the program lacks its own logging.properties");
      }
      Files.copy(ours, logging);
    }
  }

  /** The resource adapters of the connection pools must lie unpacked in the server's folder. */
  private void unpackAdapters(Path runtime) throws IOException {
    try (Stream<Path> files = Files.list(runtime)) {
      for (Path adapter : files.filter(file -> file.toString().endsWith(".rar")).toList()) {
        unpackAdapter(adapter);
      }
    }
  }

  private void unpackAdapter(Path adapter) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(adapter))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = path.resolve(entry.getName()).normalize();
        if (!entry.getName().startsWith("lib/") || !file.startsWith(path)) {
          continue;
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.resolveSibling("."));
          Files.copy(zip, file);
        }
      }
    }
  }
}
