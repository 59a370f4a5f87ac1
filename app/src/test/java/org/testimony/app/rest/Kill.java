package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.testimony.app.Product;

/** What of a running product is killed with -9, and what becomes of the rest. */
enum Kill {

  /** The supervisor: the server ends with it, the database lives on until the next start. */
  SUPERVISOR {
    @Override
    void kill(Product product, long database, Random random) {
      ProcessHandle server = server(product);
      product.process().destroyForcibly();
      assertThat(Product.gone(server, PATIENCE)).as("the server ends with it").isTrue();
      assertThat(running(database)).as("the database lives on").isTrue();
    }
  },

  /** Supervisor, server and every process of the database, in any order. */
  EVERYTHING {
    @Override
    void kill(Product product, long database, Random random) {
      List<ProcessHandle> processes =
          new ArrayList<>(
              Stream.of(product.process().toHandle(), ProcessHandle.of(database).orElseThrow())
                  .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                  .distinct()
                  .toList());
      assertThat(processes).as("supervisor, server, database").hasSizeGreaterThan(4);
      Collections.shuffle(processes, random);
      processes.forEach(ProcessHandle::destroyForcibly);
      assertThat(processes).allMatch(process -> Product.gone(process, PATIENCE));
    }
  },

  /** The server: the supervisor stops the database and ends. */
  SERVER {
    @Override
    void kill(Product product, long database, Random random) {
      server(product).destroyForcibly();
      assertThat(Product.gone(product.process().toHandle(), PATIENCE))
          .as("the supervisor ends with it")
          .isTrue();
      assertThat(running(database)).as("the database was stopped").isFalse();
    }
  };

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static ProcessHandle server(Product product) {
    return product.process().children().findFirst().orElseThrow();
  }

  private static boolean running(long database) {
    return ProcessHandle.of(database).filter(Product::runs).isPresent();
  }

  /**
   * Kills.
   *
   * @param database the first process of the database
   */
  abstract void kill(Product product, long database, Random random);
}
