import type { ChannelFieldsFragment, MailConnectionInput, MailServerInput } from '../../../generated/graphql.ts';
import { MAIL_PRESETS, type MailPreset, presetOfAddress, presetOfServers } from './mail-presets.ts';

type Security = MailServerInput['security'];

/** A mail server as it is typed. */
export interface ServerDraft {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
}

/** A mailbox as it is typed. */
export interface MailDraft {
  readonly address: string;
  readonly senderName: string;
  readonly password: string;
  /** Empty: the address. */
  readonly user: string;
  readonly folder: string;
  readonly provider: MailPreset['name'] | 'other' | '';
  readonly imap: ServerDraft;
  readonly smtp: ServerDraft;
}

export type MailField = 'address' | 'password' | 'provider' | `${'imap' | 'smtp'}.${'host' | 'port'}`;

const EMPTY: MailDraft = {
  address: '',
  senderName: '',
  password: '',
  user: '',
  folder: 'INBOX',
  provider: '',
  imap: { host: '', port: '993', security: 'TLS' },
  smtp: { host: '', port: '465', security: 'TLS' },
};

export function mailDraftOf(mail: ChannelFieldsFragment['mail']): MailDraft {
  if (!mail) return EMPTY;
  const { address, senderName, folder, imap, smtp } = mail;
  return {
    address,
    senderName: senderName ?? '',
    password: '',
    user: imap.user === address ? '' : imap.user,
    folder,
    provider: presetOfServers(imap.host, smtp.host)?.name ?? 'other',
    imap: { host: imap.host, port: String(imap.port), security: imap.security },
    smtp: { host: smtp.host, port: String(smtp.port), security: smtp.security },
  };
}

/** The draft with the servers of a provider; "other" keeps what stands. */
export function withProvider(draft: MailDraft, provider: MailDraft['provider']): MailDraft {
  const preset = MAIL_PRESETS.find(({ name }) => name === provider);
  if (!preset) return { ...draft, provider };
  const typed = ({ host, port, security }: MailPreset['imap']): ServerDraft => ({ host, port: String(port), security });
  return { ...draft, provider, imap: typed(preset.imap), smtp: typed(preset.smtp) };
}

/** The draft with an address; its provider is chosen with it as long as nobody has chosen one. */
export function withAddress(draft: MailDraft, address: string): MailDraft {
  const preset = draft.provider === '' ? presetOfAddress(address) : null;
  return preset ? { ...withProvider(draft, preset.name), address } : { ...draft, address };
}

/** What still has to be filled in or corrected; `stored`: a password is stored already, so an empty one keeps it. */
export function problemsOf(draft: MailDraft, stored: boolean): MailField[] {
  const port = ({ port: typed }: ServerDraft) =>
    /^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535;
  return [
    ...(/^\S+@\S+\.\S+$/.test(draft.address.trim()) ? [] : (['address'] as const)),
    ...(stored || draft.password !== '' ? [] : (['password'] as const)),
    ...(draft.provider === '' ? (['provider'] as const) : []),
    ...(['imap', 'smtp'] as const).flatMap((server): MailField[] => [
      ...(draft.provider === '' || draft[server].host.trim() !== '' ? [] : ([`${server}.host`] as const)),
      ...(port(draft[server]) ? [] : ([`${server}.port`] as const)),
    ]),
  ];
}

export function mailInputOf(draft: MailDraft): MailConnectionInput {
  const address = draft.address.trim();
  const user = draft.user.trim() || address;
  const server = ({ host, port, security }: ServerDraft): MailServerInput => ({
    host: host.trim(),
    port: Number(port),
    security,
    user,
  });
  return {
    address,
    senderName: draft.senderName.trim() || null,
    imap: server(draft.imap),
    smtp: server(draft.smtp),
    folder: draft.folder.trim() || 'INBOX',
    password: draft.password || null,
  };
}
