import { newId } from '@dangol/db';
import request from 'supertest';
import { graphql, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { Session, TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const CREATE = `mutation ($input: CreateBuyerInput!) { createBuyer(input: $input) { __typename ... on BuyerSaved { buyer { id } } } }`;
const FILES = `query ($id: ID!) { buyer(id: $id) { files { id name contentType sizeBytes path uploadedBy { name } } contactsHidden contacts { email } } }`;
const REMOVE = `mutation ($id: ID!) { removeBuyerFile(id: $id) { __typename } }`;

interface FilesAnswer {
  buyer: {
    files: { id: string; name: string; contentType: string; sizeBytes: number; path: string }[];
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
});
afterAll(() => app.stop());

const address = (id: string, name = 'card.txt') =>
  `/files/buyers/${buyerId}/${id}?workspace=${workspace.slug}&name=${encodeURIComponent(name)}`;
const put = (session: Session | null, id: string, body: Buffer, name?: string) => {
  const sent = request(app.url).put(address(id, name)).set('content-type', 'text/plain; charset=utf-8');
  return (session?.cookie ? sent.set('cookie', session.cookie) : sent).send(body);
};
const get = (session: Session | null, path: string) => {
  const asked = request(app.url).get(path).buffer(true);
  return session?.cookie ? asked.set('cookie', session.cookie) : asked;
};

test('a file is kept once, listed, downloaded as an attachment, and removed', async () => {
  const id = newId();
  const name = '명함 "1".txt';
  const first = await put(workspace.owner, id, Buffer.from('card'), `../../${name}`);
  expect([first.status, first.body]).toEqual([201, { id }]);
  expect((await put(workspace.owner, id, Buffer.from('card'), name)).status).toBe(200);
  const { buyer } = await ok<FilesAnswer>(app, workspace.owner, FILES, { id: buyerId });
  expect(buyer.files).toMatchObject([
    { id, name, contentType: 'text/plain', sizeBytes: 4, uploadedBy: { name: 'Owner' } },
  ]);
  const got = await get(workspace.owner, buyer.files[0]!.path);
  expect([got.status, got.text]).toEqual([200, 'card']);
  expect(got.headers).toMatchObject({
    'content-disposition': `attachment; filename="__ _1_.txt"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  await ok(app, workspace.owner, REMOVE, { id });
  expect((await get(workspace.owner, buyer.files[0]!.path)).status).toBe(404);
  const verbs = await app.sql<{ verb: string }>(`select verb from events where verb like 'file.%' order by position`);
  expect(verbs.map(({ verb }) => verb)).toEqual(['file.added', 'file.removed']);
});

test('ten megabytes are the most, one byte the least, and a name is needed', async () => {
  const most = Buffer.alloc(10 * 1024 * 1024, 'x');
  expect((await put(workspace.owner, newId(), most)).status).toBe(201);
  const tooLarge = await put(workspace.owner, newId(), Buffer.alloc(most.length + 1, 'x'));
  expect([tooLarge.status, tooLarge.body.error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const empty = await put(workspace.owner, newId(), Buffer.alloc(0));
  expect([empty.status, empty.body.error.code]).toEqual([400, 'BAD_USER_INPUT']);
  const nameless = await put(workspace.owner, newId(), Buffer.from('x'), '\u200f\u0000');
  expect([nameless.status, nameless.body.error.code]).toEqual([400, 'BAD_USER_INPUT']);
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
  expect((await get(workspace.owner, `/files/buyers/${newId()}/${id}?workspace=${workspace.slug}`)).status).toBe(404);
  expect((await get(workspace.owner, `/files/buyers/x/${id}?workspace=${workspace.slug}`)).status).toBe(404);
});

test('who lacks contact:read sees people without their addresses, and is told', async () => {
  const seen = await ok<FilesAnswer>(app, viewer, FILES, { id: buyerId });
  expect(seen.buyer).toMatchObject({ contactsHidden: true, contacts: [{ email: null }] });
  const whole = await ok<FilesAnswer>(app, workspace.owner, FILES, { id: buyerId });
  expect(whole.buyer).toMatchObject({ contactsHidden: false, contacts: [{ email: 'a@lumo.hu' }] });
  const { data } = await graphql(app, other.owner, FILES, { id: buyerId });
  expect(data).toEqual({ buyer: null });
});
