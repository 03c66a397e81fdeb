/**
 * The settings of the embedded PostgreSQL, as `name=value`: a small machine that loads much at once and answers many small
 * questions. Given at each start, so that a newer version of the product changes them for old data too.
 */
export function postgresSettings(port: number, durable: boolean): string[] {
  return [...network(port), ...memory, ...writing, ...quiet, ...(durable ? [] : throwAway)];
}

function network(port: number): string[] {
  return ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=60'];
}

const memory = [
  'shared_buffers=256MB',
  'effective_cache_size=2GB',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'random_page_cost=1.1',
  'max_worker_processes=4',
  'max_parallel_workers=2',
  'max_parallel_workers_per_gather=1',
  'jit=off',
];

const writing = [
  'synchronous_commit=on',
  'wal_level=replica',
  'max_wal_senders=0',
  'max_logical_replication_workers=0',
  // Packing whole pages took three quarters of the time of an import into a table of a million dossiers, for two thirds more to write.
  'wal_compression=off',
  'wal_buffers=16MB',
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  'autovacuum_naptime=20s',
];

/** An error's text may quote what was stored, personal data too: errors go to the caller, not into a log. */
const quiet = [
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'log_autovacuum_min_duration=-1',
  'log_line_prefix=%m [%p] ',
];

const throwAway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
