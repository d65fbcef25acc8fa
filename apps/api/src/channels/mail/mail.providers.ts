import { CheckMailDomain } from './connecting/mail-domain.use-case.ts';
import { DomainResolver } from './connecting/domain-resolver.ts';
import { SaveMailChannelUseCase } from './connecting/save-mail-channel.use-case.ts';
import { TryMailConnection } from './connecting/try-mail-connection.ts';
import { MailChannelsResolver } from './mail-channels.resolver.ts';
import { MailHosts } from './mail-hosts.ts';
import { MailThreads } from './mail-threads.ts';
import { MailboxReaders } from './reading/mailbox-readers.ts';
import { MailboxStanding } from './reading/mailbox-standing.ts';
import { StoreMailUseCase } from './reading/store-mail.use-case.ts';
import { SmtpAdapter } from './sending/smtp.adapter.ts';
import { MailSuppressions } from './suppression/mail-suppressions.ts';
import { MailSuppressionsResolver } from './suppression/mail-suppressions.resolver.ts';

/** Everything of e-mail, for the module of the channels. */
export const MAIL_PROVIDERS = [
  CheckMailDomain,
  DomainResolver,
  MailboxReaders,
  MailboxStanding,
  MailChannelsResolver,
  MailHosts,
  MailSuppressions,
  MailSuppressionsResolver,
  MailThreads,
  SaveMailChannelUseCase,
  SmtpAdapter,
  StoreMailUseCase,
  TryMailConnection,
];
