/**
 * Sends a real inquiry to a running Dangol, as a sales channel would: signs in as the demo owner, takes the webhook address
 * and secret of a channel, and posts a signed message there.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, runMain } from './steps/problem.mjs';
import { root } from './steps/workspace.mjs';

const HELP = `node tools/send-inquiry.mjs --text "..." [options]

  --text TEXT          what the buyer writes (required)
  --name NAME          the buyer's name             (default "Dora Kiss")
  --company COMPANY    the buyer's company
  --country CC         two letters                  (default HU)
  --level L1..L4       the platform's level for the buyer
  --conversation ID    continue this conversation   (default: a new one)
  --channel NAME       which channel                (default: the first demo channel)
  --rotate-secret      take a new signing secret of that channel; whoever uses the old one is refused from then on
  --url URL            where Dangol runs            (default http://localhost:3000)
  --workspace SLUG     which workspace              (default: the first of the account)
  --email, --password  who signs in                 (default: the demo owner)`;

const OPTIONS = {
  text: { type: 'string' },
  name: { type: 'string', default: 'Dora Kiss' },
  company: { type: 'string' },
  country: { type: 'string', default: 'HU' },
  level: { type: 'string' },
  conversation: { type: 'string' },
  channel: { type: 'string' },
  'rotate-secret': { type: 'boolean', default: false },
  url: { type: 'string', default: 'http://localhost:3000' },
  workspace: { type: 'string' },
  email: { type: 'string', default: 'minjung@dangol.demo' },
  password: { type: 'string', default: 'dangol-demo' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** Secrets this tool has been shown, by address and channel: they are shown once and cannot be asked for again. */
const secretsFile = join(root, '.data/send-inquiry.json');

async function main() {
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const url = new URL(options.url).origin;
  const session = await signIn(url, options);
  const channel = await chooseChannel(session, options.channel);
  const known = readSecrets()[`${url} ${channel.id}`];
  let secret =
    known && !options['rotate-secret'] ? known : await takeSecret(session, channel, options['rotate-secret']);
  let answer = await deliver(url, channel, secret, options);
  if (answer.status === 401 && channel.kind === 'DEMO' && secret === known) {
    secret = await takeSecret(session, channel, true); // somebody has taken a newer one
    answer = await deliver(url, channel, secret, options);
  }
  console.log(JSON.stringify(answer.body));
  if (answer.status !== 202) throw new Problem(`The channel "${channel.name}" refused the message (${answer.status}).`);
  console.log(`Delivered to "${channel.name}". Open ${url} and look at the inbox of ${session.workspace}.`);
  return 0;
}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({ options: OPTIONS }));
  } catch (error) {
    throw new Problem(`${error.message}\n\n${HELP}`);
  }
  if (values.help) return values;
  if (!values.text) throw new Problem(`--text is missing.\n\n${HELP}`);
  if (!URL.canParse(values.url))
    throw new Problem(`--url is "${values.url}": expected an address such as http://localhost:3000.`);
  if (!/^[A-Za-z]{2}$/.test(values.country))
    throw new Problem(`--country is "${values.country}": expected two letters such as HU.`);
  if (values.level && !/^L[1-4]$/.test(values.level))
    throw new Problem(`--level is "${values.level}": expected L1, L2, L3 or L4.`);
  return values;
}

async function graphql({ url, cookie, workspace }, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(cookie && { cookie }),
      ...(workspace && { 'x-dangol-workspace': workspace }),
    },
    body: JSON.stringify({ query, variables }),
  }).catch((error) => {
    throw new Problem(
      `Nothing answers at ${url} (${error.cause?.code ?? error.message}). Start Dangol with npm start, or give its address with --url.`,
    );
  });
  const body = await response.json().catch(() => null);
  if (!body?.data || body.errors)
    throw new Problem(`${url} answered ${response.status}: ${body?.errors?.[0]?.message ?? 'not a GraphQL answer'}`);
  return { data: body.data, cookies: response.headers.getSetCookie() };
}

async function signIn(url, { email, password, workspace }) {
  const { data, cookies } = await graphql(
    { url },
    `
      mutation SignIn($input: SignInInput!) {
        signIn(input: $input) {
          __typename
          ... on SignedIn {
            viewer {
              memberships {
                slug
                workspaceName
              }
            }
          }
          ... on Refusal {
            message
          }
        }
      }
    `,
    { input: { email, password } },
  );
  if (data.signIn.__typename !== 'SignedIn') throw new Problem(`${email} could not sign in: ${data.signIn.message}`);
  const { memberships } = data.signIn.viewer;
  const chosen = workspace ? memberships.find(({ slug }) => slug === workspace) : memberships[0];
  if (!chosen)
    throw new Problem(
      `${email} is no member of "${workspace ?? 'any workspace'}". Workspaces: ${memberships.map(({ slug }) => slug).join(', ') || 'none'}.`,
    );
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  return { url, cookie, workspace: chosen.slug };
}

async function chooseChannel(session, name) {
  const { data } = await graphql(session, '{ channels { id name kind status key } }');
  const names = data.channels.map((channel) => `"${channel.name}"`).join(', ') || 'none';
  if (name) {
    const named = data.channels.find((channel) => channel.name === name);
    if (!named) throw new Problem(`There is no channel "${name}". Channels: ${names}.`);
    return named;
  }
  const demo = data.channels.find((channel) => channel.kind === 'DEMO' && channel.status === 'ACTIVE');
  if (!demo) throw new Problem(`This workspace has no demo channel; choose one with --channel. Channels: ${names}.`);
  return demo;
}

/** A signing secret is shown only when it is made; a demo channel has no other sender, so taking a new one harms nobody. */
async function takeSecret(session, channel, allowed) {
  if (channel.kind !== 'DEMO' && !allowed)
    throw new Problem(
      `The secret of "${channel.name}" is not known here. Add --rotate-secret to take a new one; whoever uses the old one is refused from then on.`,
    );
  const { data } = await graphql(
    session,
    `
      mutation Rotate($id: ID!) {
        rotateChannelSecret(id: $id) {
          __typename
          ... on ChannelSaved {
            signingSecret
          }
          ... on Refusal {
            message
          }
        }
      }
    `,
    { id: channel.id },
  );
  const secret = data.rotateChannelSecret.signingSecret;
  if (!secret) throw new Problem(`No secret for "${channel.name}": ${data.rotateChannelSecret.message}`);
  mkdirSync(dirname(secretsFile), { recursive: true });
  const secrets = { ...readSecrets(), [`${session.url} ${channel.id}`]: secret };
  writeFileSync(secretsFile, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secret;
}

function readSecrets() {
  try {
    return JSON.parse(readFileSync(secretsFile, 'utf8'));
  } catch {
    return {};
  }
}

async function deliver(url, channel, secret, options) {
  // The same name is the same buyer on the channel, so a second inquiry of theirs is recognised.
  const sender = createHash('sha256').update(options.name).digest('hex').slice(0, 16);
  const body = JSON.stringify({
    externalId: randomUUID(),
    sentAt: new Date().toISOString(),
    conversation: { externalId: options.conversation ?? randomUUID() },
    sender: {
      externalId: `send-inquiry-${sender}`,
      name: options.name,
      country: options.country.toUpperCase(),
      ...(options.level && { platformLevel: options.level }),
      ...(options.company && { company: options.company }),
    },
    text: options.text,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`${url}/channels/${channel.key}/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-dangol-timestamp': timestamp,
      'x-dangol-signature': `v1=${signature}`,
    },
    body,
  });
  return { status: response.status, body: await response.json().catch(() => null) };
}

await runMain(main);
