import type { ChannelEntity } from '@dangol/db';

/** Whether replies can leave through a channel at all; decided from what is stored, nobody is asked. */
export function canSend(channel: Pick<ChannelEntity, 'kind' | 'deliveryUrl' | 'mail'>): boolean {
  switch (channel.kind) {
    case 'demo':
      return true;
    case 'webhook':
      return channel.deliveryUrl !== null;
    case 'email':
      return channel.mail !== null;
    case 'file':
    case 'manual':
      return false;
  }
}

/** The same of the channels that a statement calls `alias`. */
export function canSendSql(alias: string): string {
  return `(${alias}.kind = 'demo' or (${alias}.kind = 'webhook' and ${alias}.delivery_url is not null)
    or (${alias}.kind = 'email' and ${alias}.mail is not null))`;
}
