package org.testimony.web.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.testimony.db.schema.Schema;

/** Brings the database to this program's schema when the application starts, then says ready. */
@ApplicationScoped
public class Readiness {

  private static final Logger LOG = Logger.getLogger(Readiness.class.getName());

  @Resource(lookup = "java:app/jdbc/testimony")
  private DataSource database;

  private final Settings settings;
  private final Event<SchemaReady> schemaReady;
  private volatile boolean ready;

  @Inject
  Readiness(Settings settings, Event<SchemaReady> schemaReady) {
    this.settings = settings;
    this.schemaReady = schemaReady;
  }

  /** The schema is up to date; what has to be there before the first request can be made. */
  public record SchemaReady() {}

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    settings.masked().forEach(LOG::info);
    String version = Schema.migrate(database);
    LOG.info(() -> "schema " + version);
    schemaReady.fire(new SchemaReady());
    ready = true;
  }

  /** Whether requests can be answered. */
  public boolean isReady() {
    return ready;
  }
}
