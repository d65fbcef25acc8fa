import { newId, type ChannelEntity } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { SmtpSide } from '../testing/smtp-side.ts';
import { WebhookSide } from '../testing/webhook-side.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { canSend } from './can-send.ts';
import type { ChannelAdapter, ChannelEndpoint, DeliveryOutcome, OutgoingReply } from './channel-adapter.ts';
import { DemoAdapter } from './demo.adapter.ts';
import { SmtpAdapter } from './mail/sending/smtp.adapter.ts';
import { fileAdapter, manualAdapter } from './one-way.adapter.ts';
import { WebhookAdapter } from './webhook.adapter.ts';

type Mood = 'takes' | 'refuses for good' | 'refuses for now' | 'is silent';

/** A kind of channel with its other side, which behaves as it is told. */
interface Kind {
  readonly kind: ChannelEntity['kind'];
  readonly adapter: ChannelAdapter;
  readonly endpoint: ChannelEndpoint;
  be(mood: Mood): void;
  took(): readonly string[];
  gone(): ChannelEndpoint;
  stop(): Promise<void> | void;
}

const SECRET = 'whsec_never-to-be-told';
let wired: WiredFeatures;
let a: SeededWorkspace;
beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T02:00:00Z');
  ({ a } = await seedTwoWorkspaces(wired.db));
});
afterAll(() => wired.close());

const endpoint = (more: Partial<ChannelEndpoint> = {}): ChannelEndpoint => ({
  workspaceId: a.workspaceId,
  channelId: a.channelId,
  name: 'Shop',
  deliveryUrl: null,
  signingSecret: SECRET,
  mail: null,
  mailPassword: null,
  ...more,
});
const reply = (more: Partial<OutgoingReply> = {}): OutgoingReply => ({
  id: newId(),
  conversationId: a.conversationId,
  conversationExternalId: 'thread-1',
  recipientExternalId: 'buyer-1',
  text: 'Yes, 500 pieces are possible.',
  sentAt: new Date('2026-03-02T02:00:00Z'),
  authorName: 'Minjung',
  automatic: false,
  files: [],
  mail: { to: 'ann@lumo.example', toName: 'Ann', subject: 'Re: 500 pcs', inReplyTo: null, references: [] },
  ...more,
});
const patience = (ms = 20_000) => AbortSignal.timeout(ms);

async function webhook(): Promise<Kind> {
  const side = await WebhookSide.start();
  const answers = { takes: 200, 'refuses for good': 422, 'refuses for now': 503, 'is silent': 0 };
  return {
    kind: 'webhook',
    adapter: wired.get(WebhookAdapter),
    endpoint: endpoint({ deliveryUrl: side.url }),
    be: (mood) => (side.answer = answers[mood]),
    took: () => side.took,
    gone: () => endpoint({ deliveryUrl: 'http://127.0.0.1:9/replies' }),
    stop: () => side.stop(),
  };
}

async function email(): Promise<Kind> {
  const side = await SmtpSide.start();
  const answers = { takes: 250, 'refuses for good': 554, 'refuses for now': 451, 'is silent': 0 };
  const at = (port: number) => {
    const server = { host: '127.0.0.1', port, security: 'none', user: SmtpSide.USER };
    const mail = { address: SmtpSide.USER, senderName: 'Dangol', imap: server, smtp: server, folder: 'INBOX' };
    return endpoint({ mail, mailPassword: SmtpSide.PASSWORD });
  };
  return {
    kind: 'email',
    adapter: wired.get(SmtpAdapter),
    endpoint: at(side.port),
    be: (mood) => (side.answer = answers[mood]),
    took: () => side.took,
    gone: () => at(9),
    stop: () => side.stop(),
  };
}

function isRefusedInWords(outcome: DeliveryOutcome, retry: boolean): void {
  if (outcome.accepted) throw new Error('It was accepted');
  expect(outcome.retry).toBe(retry);
  expect(outcome.problem).toMatch(/^\S.{10,}/s);
  expect(outcome.problem).not.toContain(SECRET);
  expect(outcome.problem).not.toContain(SmtpSide.PASSWORD);
}

describe.each([
  ['webhook', webhook],
  ['email', email],
])('a channel with another side: %s', (_name, start) => {
  let kind: Kind;
  beforeEach(async () => {
    kind = await start();
  });
  afterEach(() => kind.stop());

  it('accepts what the other side takes', async () => {
    expect(await kind.adapter.deliver(reply(), kind.endpoint, patience())).toEqual({ accepted: true });
    expect(kind.took()).toHaveLength(1);
  });

  it('gives the same reply the same name every time, and two replies two', async () => {
    const [first, second] = [reply(), reply()];
    for (const one of [first, first, second]) await kind.adapter.deliver(one, kind.endpoint, patience());
    const [once, again, other] = kind.took();
    expect(again).toBe(once);
    expect(other).not.toBe(once);
    expect(once).toContain(first.id);
  });

  it('does not try again what is refused for good, and says why', async () => {
    kind.be('refuses for good');
    isRefusedInWords(await kind.adapter.deliver(reply(), kind.endpoint, patience()), false);
    expect(kind.took()).toEqual([]);
  });

  it('tries again what is refused for now, and says why', async () => {
    kind.be('refuses for now');
    isRefusedInWords(await kind.adapter.deliver(reply(), kind.endpoint, patience()), true);
  });

  it('waits for a silent one no longer than its patience, and tries again', async () => {
    kind.be('is silent');
    isRefusedInWords(await kind.adapter.deliver(reply(), kind.endpoint, patience(300)), true);
  });

  it('tries again when nobody is there', async () =>
    isRefusedInWords(await kind.adapter.deliver(reply(), kind.gone(), patience()), true));

  it('sends files along', async () => {
    const files = [{ name: '견적.pdf', contentType: 'application/pdf', base64: 'JVBERi0=' }];
    expect(await kind.adapter.deliver(reply({ files }), kind.endpoint, patience())).toEqual({ accepted: true });
  });

  it('checks without sending, and says in words when it is not well', async () => {
    const gone = await kind.adapter.check(kind.gone(), patience());
    if (gone.well) throw new Error('Nobody is there');
    expect(gone.problem).toMatch(/^\S.{10,}/s);
    await kind.adapter.check(kind.endpoint, patience());
    expect(kind.took()).toEqual([]);
  });

  it('refuses for good while it is not connected', async () => {
    const unconnected = endpoint();
    expect(canSend({ kind: kind.kind, deliveryUrl: null, mail: null })).toBe(false);
    isRefusedInWords(await kind.adapter.deliver(reply(), unconnected, patience()), false);
    expect((await kind.adapter.check(unconnected, patience())).well).toBe(false);
  });
});

describe.each([
  ['file', fileAdapter],
  ['manual', manualAdapter],
] as const)('a channel without another side: %s', (kind, adapter) => {
  it('carries no replies, and blames no channel for it', async () => {
    expect(canSend({ kind, deliveryUrl: null, mail: null })).toBe(false);
    const outcome = await adapter.deliver(reply(), endpoint(), patience());
    isRefusedInWords(outcome, false);
    expect(outcome).toMatchObject({ onlyThisReply: true });
    expect(await adapter.check(endpoint(), patience())).toEqual({ well: true });
  });
});

describe('the demo channel', () => {
  it('takes everything', async () => {
    const demo = wired.get(DemoAdapter);
    expect(canSend({ kind: 'demo', deliveryUrl: null, mail: null })).toBe(true);
    expect(await demo.deliver()).toEqual({ accepted: true });
    expect(await demo.check()).toEqual({ well: true });
  });
});
