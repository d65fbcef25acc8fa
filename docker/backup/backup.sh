#!/usr/bin/env bash
# Dumps the database every day at BACKUP_AT (UTC), reads each dump back, keeps the newest BACKUP_KEEP.
#   backup.sh          runs for ever      backup.sh now      one dump, then ends
set -euo pipefail

folder=${BACKUP_FOLDER:-/backups}
keep=${BACKUP_KEEP:-14}

dump() {
  local file part
  file="$folder/dangol-$(date -u +%Y%m%dT%H%M%SZ).dump"
  part="$file.part"
  pg_dump --format=custom --compress=6 --file="$part" "$DATABASE_BACKUP_URL"
  # A dump that cannot be listed cannot be restored: better to know it today.
  pg_restore --list "$part" >/dev/null
  mv "$part" "$file"
  echo "backup: $(basename "$file"), $(stat -c %s "$file") bytes"
  find "$folder" -maxdepth 1 -name 'dangol-*.dump' | sort -r | tail -n "+$((keep + 1))" | xargs -r rm --
}

[ "$keep" -ge 1 ] 2>/dev/null || { echo 'BACKUP_KEEP: expected a whole number from 1, for example BACKUP_KEEP=14' >&2; exit 2; }
if [ "${1:-}" = now ]; then
  dump
  exit
fi
while true; do
  now=$(date -u +%s)
  next=$(date -u -d "today ${BACKUP_AT:-18:30}" +%s)
  [ "$next" -gt "$now" ] || next=$((next + 86400))
  sleep $((next - now)) &
  wait $! # so that a stop ends the wait at once
  dump || echo 'backup: FAILED, the next attempt is tomorrow' >&2
done
