package org.testimony.db.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this program. */
public final class Schema {

  private Schema() {}

  /**
   * Applies the migrations that the database lacks.
   *
   * @return the schema's version afterwards
   * @throws IllegalStateException when the schema is newer than this program
   */
  public static String migrate(DataSource database) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .load();
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new IllegalStateException(
            "the database has schema %s, which is newer than this program; start the newer program"
                .formatted(migration.getVersion()));
      }
    }
    flyway.migrate();
    return flyway.info().current().getVersion().getVersion();
  }
}
