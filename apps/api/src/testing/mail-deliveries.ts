import { ChannelsRepository, InboundMessagesRepository, newId, type InboundMessageEntity } from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import { StoreMailUseCase } from '../channels/mail/reading/store-mail.use-case.ts';
import { ApplyInboundMessageJob } from '../inbox/apply-inbound-message.job.ts';
import type { WiredFeatures } from './wired-features.ts';

/** Address of the mailbox that `mailChannel` makes. */
export const OUR_ADDRESS = 'sales@us.example';

/** An e-mail channel of the workspace; no server stands behind it. */
export async function mailChannel(wired: WiredFeatures, workspace: SeededWorkspace): Promise<string> {
  const id = newId();
  const server = { host: '127.0.0.1', port: 1, security: 'none', user: 'sales' };
  await wired.db.unitOfWork.run(workspace, () =>
    wired.get(ChannelsRepository).insert(workspace, {
      id,
      name: `Mail ${id}`,
      kind: 'email',
      platform: 'email',
      signingSecret: wired.secrets.seal('nothing'),
      mail: { address: OUR_ADDRESS, senderName: 'Us', imap: server, smtp: server, folder: 'INBOX' },
      mailPassword: wired.secrets.seal('right'),
      createdAt: wired.clock.now(),
    }),
  );
  return id;
}

/** A mail of these headers; what is left out has a plain value, what is null is left out. */
export function mailOf(headers: Record<string, string | null>, body: string | Buffer = 'What is your MOQ?'): Buffer {
  const all = { From: 'Aoki <aoki@buyer.example>', To: OUR_ADDRESS, Subject: 'Price list', ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

let uid = 0n;

/** Stores mails as the reader does, all at once, and applies them in this order. Answers their raw rows. */
export async function receiveMails(
  wired: WiredFeatures,
  workspace: SeededWorkspace,
  channelId: string,
  mails: readonly Buffer[],
  arrivedAt = wired.clock.now(),
): Promise<InboundMessageEntity[]> {
  const inbound = wired.get(InboundMessagesRepository);
  const before = new Set((await inbound.find(workspace, { channelId })).map(({ id }) => id));
  const fetched = mails.map((raw) => ({ raw, arrivedAt, tooLarge: null }));
  const position = { uidValidity: 1n, lastUid: (uid += BigInt(mails.length)) };
  await wired.get(StoreMailUseCase).execute(workspace, channelId, 'INBOX', fetched, position);
  const rows = (await inbound.find(workspace, { channelId })).filter(({ id }) => !before.has(id));
  for (const { id } of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    await wired
      .get(ApplyInboundMessageJob)
      .run({ workspaceId: workspace.workspaceId, id }, { id: 'job', attempt: 1, lastAttempt: false });
  return inbound.findByIds(
    workspace,
    rows.map(({ id }) => id),
  );
}
