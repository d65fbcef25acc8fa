import { ApiKeysRepository } from './api-keys.repository.ts';
import { BusinessCalendarsRepository } from './business-calendars.repository.ts';
import { BuyerContactsRepository } from './buyer-contacts.repository.ts';
import { BuyerIdentitiesRepository } from './buyer-identities.repository.ts';
import { BuyersRepository } from './buyers.repository.ts';
import { ChannelsRepository } from './channels.repository.ts';
import { ConversationsRepository } from './conversations.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { GradingRulesRepository } from './grading-rules.repository.ts';
import { InboundMessagesRepository } from './inbound-messages.repository.ts';
import { InquiriesRepository } from './inquiries.repository.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { KnowledgeEntriesRepository } from './knowledge-entries.repository.ts';
import { MembersRepository } from './members.repository.ts';
import { MessagesRepository } from './messages.repository.ts';
import { OrdersRepository } from './orders.repository.ts';
import { ProductsRepository } from './products.repository.ts';
import { ReplyDraftsRepository } from './reply-drafts.repository.ts';
import { RolesRepository } from './roles.repository.ts';
import { SlaPoliciesRepository } from './sla-policies.repository.ts';
import { WorkspacesRepository } from './workspaces.repository.ts';

/** Every repository; each is constructed with the unit of work alone. */
export const REPOSITORIES = [
  ApiKeysRepository,
  BusinessCalendarsRepository,
  BuyerContactsRepository,
  BuyerIdentitiesRepository,
  BuyersRepository,
  ChannelsRepository,
  ConversationsRepository,
  DraftsRepository,
  GradingRulesRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MembersRepository,
  MessagesRepository,
  OrdersRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  RolesRepository,
  SlaPoliciesRepository,
  WorkspacesRepository,
] as const;

export {
  ApiKeysRepository,
  BusinessCalendarsRepository,
  BuyerContactsRepository,
  BuyerIdentitiesRepository,
  BuyersRepository,
  ChannelsRepository,
  ConversationsRepository,
  DraftsRepository,
  GradingRulesRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MembersRepository,
  MessagesRepository,
  OrdersRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  RolesRepository,
  SlaPoliciesRepository,
  WorkspacesRepository,
};
export type { NewWorkspace, WorkspacePatch } from './workspaces.repository.ts';
