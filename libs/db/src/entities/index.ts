import { ApiKeyEntity } from './api-key.entity.ts';
import { BusinessCalendarEntity } from './business-calendar.entity.ts';
import { BuyerContactEntity } from './buyer-contact.entity.ts';
import { BuyerIdentityEntity } from './buyer-identity.entity.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { DraftEntity } from './draft.entity.ts';
import { EventEntity } from './event.entity.ts';
import { GradingRulesEntity } from './grading-rules.entity.ts';
import { InboundMessageEntity } from './inbound-message.entity.ts';
import { InquiryEntity } from './inquiry.entity.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { KnowledgeEntryEntity } from './knowledge-entry.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { OrderEntity } from './order.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { ReplyDraftEntity } from './reply-draft.entity.ts';
import { RoleEntity } from './role.entity.ts';
import { SlaPolicyEntity } from './sla-policy.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** Every entity of the schema. */
export const ENTITIES = [
  ApiKeyEntity,
  BusinessCalendarEntity,
  BuyerContactEntity,
  BuyerIdentityEntity,
  BuyerEntity,
  ChannelEntity,
  ConversationEntity,
  DraftEntity,
  EventEntity,
  GradingRulesEntity,
  InboundMessageEntity,
  InquiryEntity,
  InvitationEntity,
  KnowledgeEntryEntity,
  MemberEntity,
  MessageEntity,
  OrderEntity,
  ProductEntity,
  ReplyDraftEntity,
  RoleEntity,
  SlaPolicyEntity,
  WorkspaceEntity,
];

export {
  ApiKeyEntity,
  BusinessCalendarEntity,
  BuyerContactEntity,
  BuyerIdentityEntity,
  BuyerEntity,
  ChannelEntity,
  ConversationEntity,
  DraftEntity,
  EventEntity,
  GradingRulesEntity,
  InboundMessageEntity,
  InquiryEntity,
  InvitationEntity,
  KnowledgeEntryEntity,
  MemberEntity,
  MessageEntity,
  OrderEntity,
  ProductEntity,
  ReplyDraftEntity,
  RoleEntity,
  SlaPolicyEntity,
  WorkspaceEntity,
};
