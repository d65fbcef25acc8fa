import type { MailServerInput } from '../../../generated/graphql.ts';

/** Where a mail provider reads and sends, as its own help pages say. */
export interface MailPreset {
  readonly name: 'gmail' | 'naverWorks' | 'naver' | 'daum' | 'kakao' | 'outlook';
  readonly imap: Omit<MailServerInput, 'user'>;
  readonly smtp: Omit<MailServerInput, 'user'>;
  /** Domains whose mail is always there. */
  readonly domains: readonly string[];
}

const TLS_993 = { port: 993, security: 'TLS' } as const;
const TLS_465 = { port: 465, security: 'TLS' } as const;

export const MAIL_PRESETS: readonly MailPreset[] = [
  {
    name: 'gmail',
    imap: { host: 'imap.gmail.com', ...TLS_993 },
    smtp: { host: 'smtp.gmail.com', ...TLS_465 },
    domains: ['gmail.com', 'googlemail.com'],
  },
  {
    name: 'naverWorks',
    imap: { host: 'imap.worksmobile.com', ...TLS_993 },
    smtp: { host: 'smtp.worksmobile.com', ...TLS_465 },
    domains: [],
  },
  {
    name: 'naver',
    imap: { host: 'imap.naver.com', ...TLS_993 },
    smtp: { host: 'smtp.naver.com', ...TLS_465 },
    domains: ['naver.com'],
  },
  {
    name: 'daum',
    imap: { host: 'imap.daum.net', ...TLS_993 },
    smtp: { host: 'smtp.daum.net', ...TLS_465 },
    domains: ['daum.net', 'hanmail.net'],
  },
  {
    name: 'kakao',
    imap: { host: 'imap.kakao.com', ...TLS_993 },
    smtp: { host: 'smtp.kakao.com', ...TLS_465 },
    domains: ['kakao.com'],
  },
  {
    name: 'outlook',
    imap: { host: 'outlook.office365.com', ...TLS_993 },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'STARTTLS' },
    domains: ['outlook.com', 'hotmail.com', 'live.com'],
  },
];

/** The provider that an address is certainly of; null for a company's own domain, which may be anywhere. */
export function presetOfAddress(address: string): MailPreset | null {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return MAIL_PRESETS.find(({ domains }) => domains.includes(domain)) ?? null;
}

/** The provider whose servers these are; null for any other. */
export function presetOfServers(imapHost: string, smtpHost: string): MailPreset | null {
  return MAIL_PRESETS.find(({ imap, smtp }) => imap.host === imapHost && smtp.host === smtpHost) ?? null;
}
