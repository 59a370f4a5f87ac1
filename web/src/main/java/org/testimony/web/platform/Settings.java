package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Every setting of the server, with its default. Read by MicroProfile Config: {@code
 * testimony.db.url} as a system property is {@code TESTIMONY_DB_URL} in the environment.
 */
@ApplicationScoped
public class Settings {

  private static Optional<String> text(String key) {
    Config config = ConfigProvider.getConfig();
    return config.getOptionalValue(key, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** JDBC address of the database. */
  public String databaseUrl() {
    return text("testimony.db.url").orElse("jdbc:postgresql://127.0.0.1:5432/testimony");
  }

  /** The database's user. */
  public String databaseUser() {
    return text("testimony.db.user").orElse("testimony");
  }

  /** The database user's password. */
  public String databasePassword() {
    return text("testimony.db.password").orElse("");
  }

  /** Folder for what the server hands to its supervisor: one-time link and service token. */
  public Path data() {
    return Path.of(text("testimony.data").orElse("testimony-data"));
  }

  /** Folder of the demonstration corpus; present when an empty database is to be filled with it. */
  public Optional<Path> demoFolder() {
    return text("testimony.demo.folder").map(Path::of);
  }

  /** Sign-in name of the administrator made at the first start. */
  public Optional<String> firstAdministrator() {
    return text("testimony.admin.user");
  }

  /** Password of the administrator made at the first start. */
  public Optional<String> firstPassword() {
    return text("testimony.admin.password");
  }

  /** Addresses of reverse proxies whose forwarded headers are believed. */
  public List<String> trustedProxies() {
    return text("testimony.trusted.proxies").stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** Where people reach the application, where the server cannot tell by itself. */
  public Optional<String> publicUrl() {
    return text("testimony.public.url").map(url -> url.replaceAll("/+$", ""));
  }

  /** Version of the program. */
  public String version() {
    return text("testimony.version").orElse("unknown");
  }

  /** Names the build, so that browsers fetch changed files of the same version again. */
  public String build() {
    return text("testimony.build").orElse("0");
  }

  /** All settings as lines, secrets masked. */
  public List<String> masked() {
    return List.of(
        "testimony.db.url=" + databaseUrl().replaceAll("password=[^&]*", "password=***"),
        "testimony.db.user=" + databaseUser(),
        "testimony.db.password=" + (databasePassword().isEmpty() ? "" : "***"),
        "testimony.data=" + data(),
        "testimony.demo.folder=" + demoFolder().map(Path::toString).orElse(""),
        "testimony.admin.user=" + firstAdministrator().orElse(""),
        "testimony.admin.password=" + firstPassword().map(p -> "***").orElse(""),
        "testimony.public.url=" + publicUrl().orElse(""),
        "testimony.trusted.proxies=" + String.join(",", trustedProxies()));
  }
}
