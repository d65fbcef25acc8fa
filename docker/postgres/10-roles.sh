#!/usr/bin/env bash
# Runs once, when the data volume is made. The logins and what each may do are listed in docs/operations.md.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$DANGOL_OWNER_PASSWORD" -v api_password="$DANGOL_API_PASSWORD" \
  -v direct_password="$DANGOL_DIRECT_PASSWORD" -v backup_password="$DANGOL_BACKUP_PASSWORD" \
  -f /dangol/roles.sql
