import { request as httpRequest } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@dangol/db';
import S3rver from 's3rver';
import request from 'supertest';
import { eventually, graphql, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { Session, TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const CREATE = `mutation ($input: CreateBuyerInput!) { createBuyer(input: $input) { __typename ... on BuyerSaved { buyer { id } } } }`;
const FILES = `query ($id: ID!) { buyer(id: $id) { files { id name contentType sizeBytes isImage path uploadedBy { name } } contactsHidden contacts { email } } }`;
const REMOVE = `mutation ($id: ID!) { removeAttachment(id: $id) { __typename } }`;
const MOVE = `mutation ($id: ID!, $position: Int!) { moveProductImage(id: $id, position: $position) { __typename } }`;
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082',
  'hex',
);
const MB = 1024 * 1024;

interface FilesAnswer {
  buyer: {
    files: { id: string; name: string; contentType: string; sizeBytes: number; isImage: boolean; path: string }[];
    contactsHidden: boolean;
    contacts: { email: string | null }[];
  };
}

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;
let viewer: TestMember;
const buyerId = newId();

beforeAll(async () => {
  app = await startTestApp();
  [workspace, other] = [await newWorkspace(app), await newWorkspace(app, 'Other Company')];
  viewer = await newMember(app, workspace, 'viewer');
  await ok(app, workspace.owner, CREATE, { input: { id: buyerId, name: 'Lumo', email: 'a@lumo.hu' } });
}, 180_000);
afterAll(() => app.stop());

const address = (id: string, name = 'card.txt', owner = `buyers/${buyerId}`) =>
  `/files/${owner}/${id}?workspace=${workspace.slug}&name=${encodeURIComponent(name)}`;
const put = (session: Session | null, id: string, body: Buffer, name?: string, owner?: string) => {
  const sent = request(app.url)
    .put(address(id, name, owner))
    .set('content-type', 'text/plain; charset=utf-8');
  return (session?.cookie ? sent.set('cookie', session.cookie) : sent).send(body);
};
const get = (session: Session | null, path: string) => {
  const asked = request(app.url).get(path).buffer(true);
  return session?.cookie ? asked.set('cookie', session.cookie) : asked;
};
const filesOf = async () => (await ok<FilesAnswer>(app, workspace.owner, FILES, { id: buyerId })).buyer.files;
/** Ids whose contents lie in the folder of the store, whole or half. */
const contents = async () =>
  (await readdir(app.filesFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const newProduct = async () => {
  const id = newId();
  await app.sql(
    `insert into products (workspace_id, id, code, names, created_at, updated_at) values ($1, $2, $2::uuid::text, '{"en": "Serum"}', now(), now())`,
    [workspace.workspaceId, id],
  );
  return id;
};

test('a file is kept once, listed, downloaded as an attachment, and removed with its content', async () => {
  const id = newId();
  const name = '명함 "1".txt';
  const first = await put(workspace.owner, id, Buffer.from('card'), `../../${name}`);
  expect([first.status, first.body]).toEqual([201, { id }]);
  expect((await put(workspace.owner, id, Buffer.from('another'), name)).status).toBe(200);
  expect((await put(workspace.owner, id, Buffer.from('x'), name, `products/${await newProduct()}`)).status).toBe(409);
  const [file] = await filesOf();
  expect(file).toMatchObject({ id, name, contentType: 'text/plain', sizeBytes: 4, isImage: false });
  expect(await contents()).toEqual([id]);
  const got = await get(workspace.owner, file!.path);
  expect([got.status, got.text]).toEqual([200, 'card']);
  expect(got.headers).toMatchObject({
    'content-type': 'text/plain',
    'content-length': '4',
    'content-disposition': `attachment; filename="__ _1_.txt"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  await ok(app, workspace.owner, REMOVE, { id });
  expect((await get(workspace.owner, file!.path)).status).toBe(404);
  await eventually(contents, (left) => left.length === 0);
  const verbs = await app.sql<{ verb: string }>(`select verb from events where verb like 'file.%' order by position`);
  expect(verbs.map(({ verb }) => verb)).toEqual(['file.added', 'file.removed']);
});

test('the content says what a file is: a picture may be shown, whatever it was sent as', async () => {
  const id = newId();
  expect((await put(workspace.owner, id, PNG, '공장.pdf')).status).toBe(201);
  const file = (await filesOf()).find((one) => one.id === id)!;
  expect(file).toMatchObject({ contentType: 'image/png', isImage: true });
  const got = await get(workspace.owner, file.path);
  expect(got.headers['content-type']).toBe('image/png');
  expect(got.headers['content-disposition']).toMatch(/^inline; /);
  expect(got.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
});

test.each([
  ['a program that calls itself a document', 'invoice.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
  ['a page', 'offer.txt', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a drawing that can run', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a script', 'run.sh', Buffer.from('echo hello')],
])('%s is refused with a clear code, and nothing of it stays', async (_what, name, body) => {
  const [id, before] = [newId(), await contents()];
  const answer = await put(workspace.owner, id, body, name);
  expect([answer.status, answer.body.error.code]).toEqual([415, 'UNSUPPORTED_FILE_TYPE']);
  expect(await contents()).toEqual(before);
  expect((await filesOf()).some((file) => file.id === id)).toBe(false);
});

test('25 MB are the most, one byte the least, and a name is needed', async () => {
  const most = Buffer.alloc(25 * MB, 'x');
  expect((await put(workspace.owner, newId(), most)).status).toBe(201);
  const announced = await put(workspace.owner, newId(), Buffer.alloc(most.length + 1, 'x'));
  expect([announced.status, announced.body.error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const unannounced = await sendInPieces(newId(), Buffer.alloc(MB, 'x'), 26);
  expect(unannounced).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  const empty = await put(workspace.owner, newId(), Buffer.alloc(0));
  expect([empty.status, empty.body.error.code]).toEqual([400, 'BAD_USER_INPUT']);
  const nameless = await put(workspace.owner, newId(), Buffer.from('x'), '\u200f\u0000');
  expect([nameless.status, nameless.body.error.code]).toEqual([400, 'BAD_USER_INPUT']);
});

test('an upload that breaks off leaves nothing, and may be sent again', async () => {
  const [id, before] = [newId(), await contents()];
  await breakOff(id);
  await eventually(contents, (left) => left.length === before.length);
  expect((await filesOf()).some((file) => file.id === id)).toBe(false);
  expect((await put(workspace.owner, id, Buffer.from('whole'))).status).toBe(201);
});

test('strangers, viewers, other sites and other workspaces are turned away before a byte is read', async () => {
  const id = newId();
  const body = Buffer.from('secret');
  await put(workspace.owner, id, body);
  expect((await put(null, newId(), body)).status).toBe(401);
  expect((await put(viewer, newId(), body)).status).toBe(403);
  expect((await put(other.owner, newId(), body)).status).toBe(400); // not a member of the workspace named
  const crossSite = request(app.url)
    .put(address(newId()))
    .set('cookie', workspace.owner.cookie)
    .set('sec-fetch-site', 'cross-site');
  expect((await crossSite.send(body)).status).toBe(403);
  expect((await get(null, address(id))).status).toBe(401);
  expect((await get(viewer, address(id))).text).toBe('secret');
  const theirs = `/files/buyers/${buyerId}/${id}?workspace=${other.slug}`;
  expect((await get(other.owner, theirs)).status).toBe(404);
  const put404 = request(app.url).put(`${theirs}&name=a.txt`).set('cookie', other.owner.cookie).send(body);
  expect((await put404).status).toBe(404);
  for (const path of [
    `buyers/${newId()}/${id}`,
    `buyers/x/${id}`,
    `products/${buyerId}/${id}`,
    `other/${buyerId}/${id}`,
  ])
    expect((await get(workspace.owner, `/files/${path}?workspace=${workspace.slug}`)).status).toBe(404);
  expect((await ok<{ removeAttachment: object }>(app, other.owner, REMOVE, { id })).removeAttachment).toEqual({
    __typename: 'NotFound',
  });
  const { errors } = await graphql(app, viewer, REMOVE, { id });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('who sees own records only reaches the files of own buyers, and cannot replace the content of others', async () => {
  const rep = await newMember(app, workspace, 'rep');
  const permissions = await app.sql<{ permissions: string[] }>(
    `select permissions from roles where workspace_id = $1 and key = 'rep'`,
    [workspace.workspaceId],
  );
  await ok(app, workspace.owner, 'mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { __typename } }', {
    input: { key: 'rep', permissions: permissions[0]!.permissions, ownRecordsOnly: true },
  });
  const [mine, theirs] = [newId(), newId()];
  await ok(app, rep, CREATE, { input: { id: mine, name: 'Own' } });
  await put(workspace.owner, theirs, Buffer.from('of others'));
  expect((await put(rep, newId(), Buffer.from('x'), 'a.txt', `buyers/${mine}`)).status).toBe(201);
  expect((await put(rep, newId(), Buffer.from('x'))).status).toBe(404);
  expect((await get(rep, address(theirs))).status).toBe(404);
  expect((await put(rep, theirs, Buffer.from('replaced'), 'a.txt', `buyers/${mine}`)).status).toBe(409);
  expect((await get(workspace.owner, address(theirs))).text).toBe('of others');
});

test('pictures of a product stand in the order they are put in', async () => {
  const productId = await newProduct();
  const ids = [newId(), newId(), newId()];
  for (const id of ids)
    expect((await put(workspace.owner, id, PNG, 'a.png', `products/${productId}`)).status).toBe(201);
  const order = async () =>
    (
      await app.sql<{ id: string }>(`select id from attachments where product_id = $1 order by position, id`, [
        productId,
      ])
    ).map(({ id }) => id);
  expect(await order()).toEqual(ids);
  await ok(app, workspace.owner, MOVE, { id: ids[2], position: 0 });
  expect(await order()).toEqual([ids[2], ids[0], ids[1]]);
  await ok(app, workspace.owner, MOVE, { id: ids[2], position: 9 });
  expect(await order()).toEqual(ids);
  expect(await ok(app, other.owner, MOVE, { id: ids[2], position: 0 })).toEqual({
    moveProductImage: { __typename: 'NotFound' },
  });
  expect((await get(viewer, address(ids[0]!, 'a.png', `products/${productId}`))).status).toBe(200);
  expect((await put(viewer, newId(), PNG, 'a.png', `products/${productId}`)).status).toBe(403);
});

test('a hundred files of a product, sent by two at once at the end, are never a hundred and one', async () => {
  const productId = await newProduct();
  await app.sql(
    `insert into attachments (workspace_id, id, product_id, name, content_type, size_bytes, sha256, created_at)
     select $1, gen_random_uuid(), $2, 'a.txt', 'text/plain', 1, '', now() from generate_series(1, 99)`,
    [workspace.workspaceId, productId],
  );
  const answers = await Promise.all(
    [newId(), newId()].map((id) => put(workspace.owner, id, Buffer.from('x'), 'a.txt', `products/${productId}`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.error).toMatchObject({ code: 'CONFLICT', maxFiles: 100 });
  expect(await app.sql(`select from attachments where product_id = $1`, [productId])).toHaveLength(100);
});

test('with a bucket instead of a folder the same happens there, and when it is away that is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dangol-bucket-'));
  const bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'dangol' }],
  });
  const { port } = await bucket.run();
  const second = await startTestApp({
    databaseUrl: app.databaseUrl,
    env: {
      DANGOL_ROLE: 'http',
      FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      FILES_S3_BUCKET: 'dangol',
      FILES_S3_REGION: 'us-east-1',
      FILES_S3_ACCESS_KEY: 'S3RVER',
      FILES_S3_SECRET_KEY: 'S3RVER',
    },
  });
  try {
    const id = newId();
    const send = (to: string) =>
      request(second.url)
        .put(address(to))
        .set('cookie', workspace.owner.cookie)
        .send(Buffer.alloc(9 * MB, 'x'));
    expect((await send(id)).status).toBe(201);
    expect(await contents()).not.toContain(id);
    const got = await request(second.url).get(address(id)).set('cookie', workspace.owner.cookie).buffer(true);
    expect([got.status, got.headers['content-length'], got.text.length]).toEqual([200, String(9 * MB), 9 * MB]);
    await bucket.close();
    const away = await send(newId());
    expect([away.status, away.body.error.code]).toEqual([503, 'UNAVAILABLE']);
  } finally {
    await second.stop();
    await rm(folder, { recursive: true });
  }
});

test('who lacks contact:read sees people without their addresses, and is told', async () => {
  const seen = await ok<FilesAnswer>(app, viewer, FILES, { id: buyerId });
  expect(seen.buyer).toMatchObject({ contactsHidden: true, contacts: [{ email: null }] });
  const whole = await ok<FilesAnswer>(app, workspace.owner, FILES, { id: buyerId });
  expect(whole.buyer).toMatchObject({ contactsHidden: false, contacts: [{ email: 'a@lumo.hu' }] });
  const { data } = await graphql(app, other.owner, FILES, { id: buyerId });
  expect(data).toEqual({ buyer: null });
});

/** Sends without saying how much will come. */
function sendInPieces(id: string, piece: Buffer, times: number): Promise<{ status?: number; code?: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(app.url + address(id), { method: 'PUT', headers: { cookie: workspace.owner.cookie } });
    sending.on('error', reject);
    sending.on('response', (response) => {
      const answer: Buffer[] = [];
      response.on('data', (chunk: Buffer) => answer.push(chunk));
      response.on('end', () => {
        const { error } = JSON.parse(Buffer.concat(answer).toString()) as { error: { code: string } };
        resolve({ status: response.statusCode, code: error.code });
      });
    });
    for (let n = 0; n < times; n += 1) sending.write(piece);
    sending.end();
  });
}

/** Announces a megabyte, sends half of it, and hangs up once the server has begun to write. */
async function breakOff(id: string): Promise<void> {
  const [headers, before] = [{ cookie: workspace.owner.cookie, 'content-length': MB }, await contents()];
  const sending = httpRequest(app.url + address(id), { method: 'PUT', headers });
  sending.on('error', () => undefined); // it is us who hang up
  sending.write(Buffer.alloc(MB / 2, 'x'));
  await eventually(contents, (now) => now.length > before.length);
  sending.destroy();
}
