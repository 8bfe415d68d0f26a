#!/bin/sh
# Sets up an empty data folder from POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB, then becomes the server. Arguments go to postgres.
set -eu

if [ "$(id -u)" = 0 ]; then
  chown postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  secret=$(mktemp)
  printf '%s\n' "${POSTGRES_PASSWORD:?must be set}" >"$secret"
  initdb --username="$user" --pwfile="$secret" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  rm "$secret"
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"

  # Without an address, nobody takes the half-made server for the finished one.
  pg_ctl --wait --silent --options="-c listen_addresses=''" start
  if [ "$database" != postgres ]; then
    createdb --username="$user" "$database"
  fi
  pg_ctl --wait --silent --mode=fast stop
fi

if [ "${1:-}" = postgres ]; then
  shift
fi
exec postgres -c listen_addresses='*' "$@"
