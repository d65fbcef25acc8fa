export { readMailConnection } from './mail-connection.ts';
export type { MessageMail } from './message-mail.ts';
export { readMessageMail } from './message-mail.ts';
export { MailThreads, type MailThread } from './mail-threads.ts';
export { parseMail, type MailFile, type MailPerson, type ParsedMail } from './parsing/parse-mail.ts';
export { isAddressGone, type MailReport } from './parsing/read-report.ts';
export { withoutAddresses } from './sending/smtp-refusal.ts';
export { MailSuppressions } from './suppression/mail-suppressions.ts';
