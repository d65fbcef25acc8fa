import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ChannelsRepository,
  EventLog,
  UnitOfWork,
  refuse,
  type ChannelEntity,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../../platform/clock/clock.ts';
import { CodedError } from '../../../platform/errors/coded-error.ts';
import { NotFound } from '../../../platform/graphql/refusal.type.ts';
import { NameTaken } from '../../../platform/graphql/shared-refusals.ts';
import { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { readMailConnection, type MailConnectionSettings } from '../mail-connection.ts';
import {
  MailConnectionFailed,
  type CreateMailChannelInput,
  type MailConnectionInput,
} from './mail-connection.model.ts';
import { TryMailConnection } from './try-mail-connection.ts';

/** Somebody waits before the screen. */
const PATIENCE_MS = 25_000;

export type SaveMailChannelOutcome = { channelId: string } | Refused<NotFound | NameTaken | MailConnectionFailed>;

/** Makes e-mail channels and connects them otherwise. Nothing is stored that was not tried. */
@Injectable()
export class SaveMailChannelUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelsRepository,
    private readonly events: EventLog,
    private readonly secrets: SecretBox,
    private readonly tryConnection: TryMailConnection,
    private readonly clock: Clock,
  ) {}

  async create(ctx: TenantContext, input: CreateMailChannelInput): Promise<SaveMailChannelOutcome> {
    const name = input.name.trim();
    if (await this.channels.findById(ctx, input.id)) return { channelId: input.id };
    if (await this.nameTaken(ctx, name)) return refuse(new NameTaken());
    const { password } = input.mail;
    if (!password) throw passwordMissing();
    const mail = settingsOf(input.mail);
    const failure = await this.tryConnection.execute(mail, password, AbortSignal.timeout(PATIENCE_MS));
    if (failure) return refuse(new MailConnectionFailed(failure));
    return this.unitOfWork.run<SaveMailChannelOutcome>(ctx, async () => {
      if (await this.channels.findById(ctx, input.id)) return { channelId: input.id };
      if (await this.nameTaken(ctx, name)) return refuse(new NameTaken());
      await this.channels.insert(ctx, {
        id: input.id,
        name,
        kind: 'email',
        platform: 'email',
        signingSecret: this.secrets.seal(randomBytes(32).toString('base64url')), // nothing is signed here
        mail,
        mailPassword: this.secrets.seal(password),
        createdAt: this.clock.now(),
      });
      this.append(ctx, 'channel.created', input.id, { kind: 'email' });
      return { channelId: input.id };
    });
  }

  async update(ctx: TenantContext, id: string, input: MailConnectionInput): Promise<SaveMailChannelOutcome> {
    const known = await this.channels.findById(ctx, id);
    if (!known || known.kind !== 'email') return refuse(new NotFound());
    const mail = settingsOf(input);
    const password = input.password ?? this.storedPassword(known, mail);
    const failure = await this.tryConnection.execute(mail, password, AbortSignal.timeout(PATIENCE_MS));
    if (failure) return refuse(new MailConnectionFailed(failure));
    return this.unitOfWork.run<SaveMailChannelOutcome>(ctx, async () => {
      const channel = await this.channels.findById(ctx, id, { lock: true });
      if (!channel) return refuse(new NotFound());
      await this.channels.update(ctx, id, {
        mail,
        mailPassword: this.secrets.seal(password), // sealed anew in any case: its reader begins at once
        ...(channel.status === 'failing' && { status: 'active' as const, statusDetail: null }), // it was tried just now
      });
      const before = readMailConnection(channel.mail);
      const fields = (Object.keys(mail) as (keyof MailConnectionSettings)[]).filter(
        (field) => JSON.stringify(mail[field]) !== JSON.stringify(before[field]),
      );
      this.append(ctx, 'channel.changed', id, { fields: [...fields, ...(input.password ? ['password'] : [])] });
      if (channel.status === 'failing') this.append(ctx, 'channel.recovered', id);
      return { channelId: id };
    });
  }

  /** A stored password is only ever shown to the servers that it was entered for. */
  private storedPassword(channel: ChannelEntity, mail: MailConnectionSettings): string {
    const before = readMailConnection(channel.mail);
    const moved = mail.imap.host !== before.imap.host || mail.smtp.host !== before.smtp.host;
    if (!channel.mailPassword || moved) throw passwordMissing();
    return this.secrets.open(channel.mailPassword);
  }

  private async nameTaken(ctx: TenantContext, name: string): Promise<boolean> {
    return (await this.channels.find(ctx, { name }, { limit: 1 })).length > 0;
  }

  private append(ctx: TenantContext, verb: string, channelId: string, data: Record<string, unknown> = {}): void {
    this.events.append(ctx, { verb, subjectKind: 'channel', subjectId: channelId, data });
  }
}

function settingsOf({ address, senderName, imap, smtp, folder }: MailConnectionInput): MailConnectionSettings {
  const server = ({ host, port, security, user }: MailConnectionInput['imap']) => ({ host, port, security, user });
  return {
    address: address.toLowerCase(),
    senderName: senderName?.trim() || null,
    imap: server(imap),
    smtp: server(smtp),
    folder,
  };
}

function passwordMissing(): CodedError {
  const fields = [
    { path: 'mail.password', rule: 'required', message: 'is needed for a server it was not entered for' },
  ];
  return new CodedError('BAD_USER_INPUT', 'The password is needed', { fields });
}
