import { Injectable } from '@nestjs/common';
import { ChannelsRepository, TenantDatabase, type TenantContext } from '@dangol/db';
import { Clock } from '../../../platform/clock/clock.ts';
import { domainOf, readMailConnection } from '../mail-connection.ts';
import { bodyStart } from '../parsing/parse-mail.ts';
import { checkDomain } from './check-domain.ts';
import { DomainResolver } from './domain-resolver.ts';
import type { MailDomainCheck } from './mail-domain-check.model.ts';

const HEAD_BYTES = 64 * 1024;

/** Checks what the domain of an e-mail channel publishes about who may send for it. */
@Injectable()
export class CheckMailDomain {
  constructor(
    private readonly database: TenantDatabase,
    private readonly channels: ChannelsRepository,
    private readonly resolver: DomainResolver,
    private readonly clock: Clock,
  ) {}

  /** Null for a channel that is no e-mail channel of the workspace. */
  async execute(ctx: TenantContext, channelId: string): Promise<MailDomainCheck | null> {
    const channel = await this.channels.findById(ctx, channelId);
    if (channel?.kind !== 'email') return null;
    const domain = domainOf(readMailConnection(channel.mail).address);
    const selectors = await this.seenSelectors(ctx, channelId, domain);
    const findings = await checkDomain(domain, selectors, this.resolver.texts);
    return { domain, checkedAt: this.clock.now(), findings: [...findings] };
  }

  /** Selectors of the signatures on copies of our own mail that came back into the mailbox. */
  private async seenSelectors(ctx: TenantContext, channelId: string, domain: string): Promise<string[]> {
    const rows = await this.database.query<{ head: Buffer }>(
      ctx,
      `select substring(i.body for ${HEAD_BYTES}) as head from inbound_messages i
       join messages m on m.workspace_id = i.workspace_id and m.id = i.message_id
       where i.workspace_id = $1 and i.channel_id = $2 and i.format = 'mime' and m.direction = 'outbound'
       order by i.received_at desc limit 5`,
      [ctx.workspaceId, channelId],
    );
    return [...new Set(rows.flatMap(({ head }) => selectorsIn(head, domain)))];
  }
}

/** `s=` of the signatures of this domain. */
function selectorsIn(raw: Buffer, domain: string): string[] {
  const head = raw
    .subarray(0, bodyStart(raw))
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ');
  return head
    .split(/\r?\n/)
    .filter((line) => /^dkim-signature:/i.test(line))
    .flatMap((line) => {
      const tag = (name: string): string | undefined =>
        new RegExp(`[;:]\\s*${name}\\s*=\\s*([^;\\s]+)`, 'i').exec(line)?.[1]?.toLowerCase();
      const selector = tag('s');
      return selector !== undefined && tag('d') === domain && /^[a-z0-9._-]{1,100}$/.test(selector) ? [selector] : [];
    });
}
