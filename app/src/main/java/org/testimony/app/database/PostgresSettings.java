package org.testimony.app.database;

/**
 * The settings of the embedded PostgreSQL: durable, on loopback, small. What is not named keeps
 * PostgreSQL's default.
 */
final class PostgresSettings {

  private static final String TEXT =
      """
      # Written at each start; changes are lost.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = scram-sha-256

      # What was acknowledged outlives a crash and a power cut.
      fsync = on
      synchronous_commit = on
      full_page_writes = on

      # Enough for one server with a pool of 24 connections.
      max_connections = 40
      shared_buffers = 64MB
      maintenance_work_mem = 32MB
      effective_cache_size = 256MB
      huge_pages = off
      io_method = sync
      jit = off
      max_parallel_workers_per_gather = 0
      max_logical_replication_workers = 0
      wal_level = minimal
      max_wal_senders = 0
      min_wal_size = 32MB
      max_wal_size = 256MB
      autovacuum_max_workers = 2

      # The log names faults, never what a row or a statement holds.
      log_min_messages = warning
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_timezone = 'UTC'
      timezone = 'UTC'
      lc_messages = 'C'
      """;

  private PostgresSettings() {}

  static String text(int port) {
    return TEXT.formatted(port);
  }
}
