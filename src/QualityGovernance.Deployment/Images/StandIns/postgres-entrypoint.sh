#!/bin/bash
# Initialises a PostgreSQL cluster on first start and then becomes the server.
# Takes the variables of the official image: POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB, POSTGRES_INITDB_ARGS and
# POSTGRES_HOST_AUTH_METHOD, each also as NAME_FILE; PGDATA; scripts in /docker-entrypoint-initdb.d.
set -Eeuo pipefail

fail() { printf 'postgres entrypoint: %s\n' "$1" >&2; exit 1; }

# The value of a variable, or of the file that NAME_FILE points at; both at once is a mistake of the operator.
setting() {
    local name=$1 default=${2:-} file="$1_FILE" value
    [[ -z ${!name:-} || -z ${!file:-} ]] || fail "$name and $file are both set; set one of them."
    value=${!name:-$default}
    if [[ -n ${!file:-} ]]; then
        [[ -r ${!file} ]] || fail "$file points at ${!file}, which cannot be read."
        value=$(< "${!file}")
    fi
    export "$name=$value"
    unset "$file"
}

run_init_scripts() {
    local script
    for script in /docker-entrypoint-initdb.d/*; do
        case $script in
            *.sh) if [[ -x $script ]]; then "$script"; else . "$script"; fi ;;
            *.sql) psql_init -f "$script" ;;
            *.sql.gz) gzip -dc "$script" | psql_init ;;
        esac
    done
}

# Over the local socket: while it initialises, the server listens on no network.
psql_init() { psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

initialise() {
    local method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
    [[ -n $POSTGRES_PASSWORD || $method == trust ]] || fail "POSTGRES_PASSWORD is not set. Set it, or POSTGRES_HOST_AUTH_METHOD=trust where nobody else can connect."

    # The word splitting of the arguments is meant: that is how the variable is used.
    # shellcheck disable=SC2086
    initdb --username "$POSTGRES_USER" --pwfile <(printf '%s\n' "$POSTGRES_PASSWORD") --encoding UTF8 --auth-local trust --auth-host "$method" $POSTGRES_INITDB_ARGS > /dev/null
    touch "$PGDATA/.initialising"
    printf "\nlisten_addresses = '*'\n" >> "$PGDATA/postgresql.conf"
    printf '\nhost all all all %s\n' "$method" >> "$PGDATA/pg_hba.conf"

    PGPASSWORD=$POSTGRES_PASSWORD pg_ctl --pgdata "$PGDATA" --options "-c listen_addresses=''" --wait --silent start
    if [[ $POSTGRES_DB != postgres ]]; then
        # The database to be made cannot be the one to connect to.
        printf 'CREATE DATABASE :"name";\n' | psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres -v name="$POSTGRES_DB"
    fi
    run_init_scripts
    pg_ctl --pgdata "$PGDATA" --mode fast --wait --silent stop
    rm "$PGDATA/.initialising"
}

# "docker run image -c setting=value" is short for the server with these arguments.
if [[ $# -eq 0 || ${1:0:1} == - ]]; then set -- postgres "$@"; fi

if [[ $1 == postgres ]]; then
    setting POSTGRES_PASSWORD
    setting POSTGRES_USER postgres
    setting POSTGRES_DB "$POSTGRES_USER"
    setting POSTGRES_INITDB_ARGS
    setting POSTGRES_HOST_AUTH_METHOD
    mkdir -p "$PGDATA"
    chmod 700 "$PGDATA"
    # A cluster whose first start was interrupted is not mistaken for a whole one.
    if [[ ! -s $PGDATA/PG_VERSION ]]; then
        initialise
    elif [[ -e $PGDATA/.initialising ]]; then
        fail "the initialisation of $PGDATA was interrupted; remove the volume and start again."
    fi
    unset POSTGRES_PASSWORD
fi

exec "$@"
