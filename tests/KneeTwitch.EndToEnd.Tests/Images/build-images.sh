#!/usr/bin/env bash
# Builds the images that docker-compose.yml and the tests use from Debian's packages and this machine's .NET, for places where no image
# registry can be reached. Needs root on Debian, a Docker daemon and the package debootstrap. Prints lines for .env; --force builds anew.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
prefix=kneetwitch-local
debian=$prefix/debian:12 sdk=$prefix/dotnet-sdk:10.0 runtime=$prefix/dotnet-aspnet:10.0 postgres=$prefix/postgres:15 rabbitmq=$prefix/rabbitmq:3.10
packages=ca-certificates,libicu72,libssl3,tzdata,zlib1g # What .NET needs of a system; no more, so that a want of more is noticed.

fail() { echo "build-images: $1" >&2; exit 1; }
is_wanted() { [ "$force" = yes ] || ! docker image inspect "$1" >/dev/null 2>&1; }

force=no
[ "${1:-}" = --force ] && force=yes
[ "$(id -u)" = 0 ] || fail "it must run as root, because debootstrap does."
command -v debootstrap >/dev/null || fail "debootstrap is missing. Run: apt-get install debootstrap"
docker version >/dev/null 2>&1 || fail "no Docker daemon answers. Start one."

# The mirror this machine itself uses, in the old or the new form of apt's sources.
mirror() {
  find /etc/apt -name '*.list' -o -name '*.sources' | sort | xargs cat |
    sed -nE 's#^(deb .*|URIs:.*)(https?://[^ ]+/debian)/?( .*|$)#\2#p' | sed -n 1p
}

build_debian() {
  local from root
  from=$(mirror)
  [ -n "$from" ] || fail "no Debian mirror stands in /etc/apt."
  root=$(mktemp -d)
  debootstrap --variant=minbase --include=$packages bookworm "$root" "$from" >&2
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,info}/*
  find "$root/usr/share/locale" -mindepth 1 -maxdepth 1 -type d -exec rm -rf {} +
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod 755 "$root/usr/sbin/policy-rc.d" # Nothing starts by being installed.
  tar -C "$root" -c . | docker import - $debian >&2
  rm -rf "$root"
}

# The build downloads packages, through whatever stands between this machine and the network: it trusts what this machine trusts.
build_dotnet() {
  local dotnet context
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  context=$(mktemp -d)
  printf 'FROM %s\nCOPY . /usr/share/dotnet\nRUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet\n' $debian >"$context/Dockerfile"
  cp "$context/Dockerfile" "$context/Dockerfile.sdk"
  printf 'COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt\nENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1\n' >>"$context/Dockerfile.sdk"
  cp -L /etc/ssl/certs/ca-certificates.crt "$context"
  is_wanted $runtime && tar -c -C "$context" Dockerfile -C "$dotnet" dotnet host shared | docker build -q -t $runtime - >&2
  is_wanted $sdk && tar -c -C "$context" Dockerfile.sdk ca-certificates.crt -C "$dotnet" . | docker build -q -f Dockerfile.sdk -t $sdk - >&2
  rm -rf "$context"
}

is_wanted $debian && build_debian
build_dotnet
is_wanted $postgres && docker build -q -t $postgres --build-arg BASE=$debian "$here/postgres" >&2
is_wanted $rabbitmq && docker build -q -t $rabbitmq --build-arg BASE=$debian "$here/rabbitmq" >&2

cat <<END
POSTGRES_IMAGE=$postgres
RABBITMQ_IMAGE=$rabbitmq
SDK_IMAGE=$sdk
BASE_IMAGE=$runtime
MAIL_BASE_IMAGE=$debian
END
