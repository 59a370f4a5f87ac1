package org.testimony.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testimony.db.schema.Schema;

/**
 * A PostgreSQL of the tests' own with the migrated schema, started once and shared by all test
 * classes of a module. Durability is off. Tests keep out of each other's way by projects and names
 * of their own.
 *
 * <pre>{@code
 * @RegisterExtension static final Database DATABASE = new Database();
 * }</pre>
 */
public final class Database implements BeforeAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Database.class);

  private Started started;

  @Override
  public void beforeAll(ExtensionContext context) {
    started =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Started.class, key -> Started.start(), Started.class);
  }

  /** Connections to the database, outside of {@link #inTransaction}'s transactions. */
  public DataSource dataSource() {
    return started.dataSource;
  }

  /** Makes entity managers of the unit {@code testimony}. */
  public EntityManagerFactory entityManagers() {
    return started.entityManagers;
  }

  /** Does something in a transaction of its own; an exception rolls it back and goes on. */
  public void inTransaction(Consumer<EntityManager> act) {
    ask(
        entities -> {
          act.accept(entities);
          return true;
        });
  }

  /** Asks something in a transaction of its own; an exception rolls it back and goes on. */
  public <T> T ask(Function<EntityManager, T> question) {
    try (EntityManager entities = entityManagers().createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      try {
        T answer = question.apply(entities);
        transaction.commit();
        return answer;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  /** The server with its schema; ends with the test run. */
  private record Started(
      EmbeddedPostgres server, DataSource dataSource, EntityManagerFactory entityManagers)
      implements AutoCloseable {

    static Started start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        DataSource dataSource =
            server.getDatabase("postgres", "postgres", Map.of("stringtype", "unspecified"));
        Schema.migrate(dataSource);
        return new Started(server, dataSource, entityManagers(dataSource));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static EntityManagerFactory entityManagers(DataSource dataSource) {
      return Persistence.createEntityManagerFactory(
          "testimony",
          Map.of(
              "jakarta.persistence.transactionType",
              "RESOURCE_LOCAL",
              "jakarta.persistence.nonJtaDataSource",
              dataSource,
              "jakarta.persistence.jtaDataSource",
              "",
              "eclipselink.weaving",
              "false"));
    }

    @Override
    public void close() throws IOException {
      entityManagers.close();
      server.close();
    }
  }
}
