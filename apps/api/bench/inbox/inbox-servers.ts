import type { BenchRun } from '../bench.ts';
import type { LoadRequest, LoadTarget } from '../load/load.protocol.ts';
import { hashOf, startApi } from '../run/api-process.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import { INBOX_PAGE, SIGN_IN } from './inbox-page.operation.ts';
import type { InboxPageAnswer, InboxPageRow, SignInAnswer } from './inbox-page.operation.ts';

/** Who signs in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The first page of every workspace, and how to ask for them again and again. */
export interface InboxLook {
  readonly pages: readonly (readonly InboxPageRow[])[];
  readonly target: LoadTarget;
}

/** One of the servers that are compared. */
export interface InboxServer {
  /** In the order in which pages and requests come. */
  readonly workspaceIds: readonly string[];
  look(): Promise<InboxLook>;
}

const PAGE = 50;
/** Headers of a GraphQL request. */
export const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** Starts the product's server on a filled database and signs in to it. */
export async function startOurInbox(
  run: BenchRun,
  spec: { what: string; databaseUrl: string; folder: string },
  credentials: Credentials,
): Promise<InboxServer> {
  const port = await startApi(run, { ...spec, operations: [INBOX_PAGE, SIGN_IN] });
  const { cookie, workspaceIds } = await signInTo(port, credentials);
  const body = persisted(INBOX_PAGE, { first: PAGE, filter: { view: 'WAITING' } });
  const requests = workspaceIds.map((id) => ({
    path: '/graphql',
    headers: { ...JSON_HEADERS, cookie, 'x-dangol-workspace': id },
    body,
  }));
  const rowsOf = (text: string): InboxPageRow[] => {
    const { data, errors } = JSON.parse(text) as InboxPageAnswer;
    if (!data || errors) throw new Error(`our server answers ${text.slice(0, 500)}`);
    return data.inbox.edges.map(({ node }) => node);
  };
  return { workspaceIds, look: () => look(port, 'POST', requests, rowsOf) };
}

/** Signs in to the product's server, which must know the operation SIGN_IN. */
export async function signInTo(
  port: number,
  credentials: Credentials,
): Promise<{ cookie: string; workspaceIds: string[] }> {
  const signIn = { path: '/graphql', headers: JSON_HEADERS, body: persisted(SIGN_IN, { input: credentials }) };
  const entered = await answerTo(port, 'POST', signIn);
  const cookie = entered.headers.getSetCookie().at(-1)?.split(';')[0];
  const memberships = (JSON.parse(entered.text) as SignInAnswer).data?.signIn.viewer?.memberships;
  if (!cookie || !memberships) throw new Error(`the bench could not sign in: ${entered.text}`);
  return { cookie, workspaceIds: memberships.map(({ workspaceId }) => workspaceId) };
}

/** Starts the bare server on the same database. Its row beyond the page only says that there is more. */
export async function startBareInbox(
  { belongings }: BenchRun,
  databaseUrl: string,
  workspaceIds: readonly string[],
): Promise<InboxServer> {
  const what = 'the bare server';
  const module = new URL('./bare-inbox.main.js', import.meta.url);
  const env = { NODE_ENV: 'production', BENCH_DATABASE_URL: databaseUrl };
  const port = await nextMessage<number>(startProcess(belongings, { what, module, env }), what);
  const requests = workspaceIds.map((id) => ({ path: `/inbox?workspace=${id}`, headers: {}, body: '' }));
  const rowsOf = (text: string): InboxPageRow[] => (JSON.parse(text) as InboxPageRow[]).slice(0, PAGE);
  return { workspaceIds, look: () => look(port, 'GET', requests, rowsOf) };
}

/** Throws unless both answer with the same rows in the same order, whatever they call the states. */
export async function assertSamePages(ours: InboxServer, bare: InboxServer): Promise<void> {
  const [mine, theirs] = [await ours.look(), await bare.look()];
  mine.pages.forEach((page, n) => {
    const other = theirs.pages[n] ?? [];
    if (page.length === 0 || page.length !== other.length)
      throw new Error(`workspace ${n} has ${page.length} rows from ours and ${other.length} from the bare server`);
    page.forEach((row, place) => {
      const wrong = Object.keys(row).find(
        (field) => field !== '__typename' && !same(row[field], other[place]?.[field]),
      );
      if (wrong)
        throw new Error(`${wrong} of row ${place} of workspace ${n}: ${row[wrong]}, not ${other[place]?.[wrong]}`);
    });
  });
}

/** GraphQL writes the words of its enumerations in capitals. */
function same(ours: unknown, bare: unknown): boolean {
  return ours === bare || (typeof ours === 'string' && typeof bare === 'string' && ours === bare.toUpperCase());
}

async function look(
  port: number,
  method: LoadTarget['method'],
  asked: readonly Omit<LoadRequest, 'answerBytes'>[],
  rowsOf: (text: string) => InboxPageRow[],
): Promise<InboxLook> {
  const pages: InboxPageRow[][] = [];
  const requests: LoadRequest[] = [];
  for (const request of asked) {
    const { text } = await answerTo(port, method, request);
    pages.push(rowsOf(text));
    requests.push({ ...request, answerBytes: Buffer.byteLength(text) });
  }
  return { pages, target: { port, method, requests } };
}

/** One answer; throws unless its status is 200. */
export async function answerTo(
  port: number,
  method: LoadTarget['method'],
  { path, headers, body }: Omit<LoadRequest, 'answerBytes'>,
): Promise<{ headers: Headers; text: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(body ? { body } : {}) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`status ${answer.status}: ${text.slice(0, 500)}`);
  return { headers: answer.headers, text };
}

/** The body of an operation that is sent by its hash, as the web client does. */
export function persisted(document: string, variables: Readonly<Record<string, unknown>>): string {
  const persistedQuery = { version: 1, sha256Hash: hashOf(document) };
  return JSON.stringify({ variables, extensions: { persistedQuery } });
}
