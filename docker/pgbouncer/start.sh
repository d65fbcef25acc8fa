#!/bin/sh
# Writes the configuration from the environment and becomes PgBouncer. See docs/operations.md, "PgBouncer".
set -eu
umask 077

# The server asks for SCRAM, and the pool must be able to answer: that takes the password itself, not a hash.
escaped=$(printf '%s' "$DANGOL_API_PASSWORD" | sed 's/"/""/g')
printf '"dangol_api" "%s"\n' "$escaped" >/run/dangol/users.txt

cat >/run/dangol/pgbouncer.ini <<INI
[databases]
${POSTGRES_DB} = host=${POSTGRES_HOST:-postgres} port=5432 dbname=${POSTGRES_DB}

[pgbouncer]
listen_addr = 0.0.0.0
listen_port = 6432
auth_type = scram-sha-256
auth_file = /run/dangol/users.txt
; a unit of work is one transaction, and nothing of it outlives the commit
pool_mode = transaction
max_prepared_statements = 200
default_pool_size = ${POOL_SIZE:-20}
max_client_conn = 1000
query_wait_timeout = 15
; sent by the pg driver; harmless
ignore_startup_parameters = extra_float_digits
log_connections = 0
log_disconnections = 0
INI

exec pgbouncer /run/dangol/pgbouncer.ini
