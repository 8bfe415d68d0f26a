#!/bin/sh
# Writes RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS to the configuration, then becomes the server (or rabbitmqctl and its kind).
set -eu

if [ "$(id -u)" = 0 ]; then
  if [ "${1:-}" = rabbitmq-server ]; then
    {
      echo 'loopback_users.guest = false'
      echo "default_user = ${RABBITMQ_DEFAULT_USER:-guest}"
      echo "default_pass = ${RABBITMQ_DEFAULT_PASS:-guest}"
    } >/etc/rabbitmq/rabbitmq.conf
    chown rabbitmq:rabbitmq /etc/rabbitmq/rabbitmq.conf /var/lib/rabbitmq
    chmod 600 /etc/rabbitmq/rabbitmq.conf
  fi
  exec setpriv --reuid=rabbitmq --regid=rabbitmq --init-groups "$0" "$@"
fi
exec "$@"
