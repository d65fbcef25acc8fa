import { execFile } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user that the server runs as; null: as we do. */
export type ServerAccount = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres` and creates that user where it is missing.
 * Anyone else runs it as themselves.
 */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return null;
  const known = await accountOf('postgres');
  if (known) return known;
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined); // it may exist without the user
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and a user "postgres" could not be created; run as a normal user or set DATABASE_URL',
      {
        cause,
      },
    );
  }
  const created = await accountOf('postgres');
  if (!created) throw new Error('The user "postgres" was created and cannot be found');
  return created;
}

/** The account for a cluster that exists: root runs it as whoever made it, because PostgreSQL serves only its user's data. */
export function accountFor(cluster: string, usual: ServerAccount): ServerAccount {
  const stat = usual ? statSync(cluster, { throwIfNoEntry: false }) : undefined;
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : usual;
}

async function accountOf(name: string): Promise<ServerAccount> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** The nearest existing folder at or above `target` that `account` may not pass through; null when there is none. */
export function barrierFor(account: ServerAccount, target: string): string | null {
  if (!account) return null;
  let folder = path.resolve(target);
  while (!existsSync(folder)) folder = path.dirname(folder);
  for (folder = realpathSync(folder); ; folder = path.dirname(folder)) {
    const stat = statSync(folder);
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if (stat.isDirectory() && !(stat.mode & bit)) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}
