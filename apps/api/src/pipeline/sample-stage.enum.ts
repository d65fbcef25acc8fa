import { registerEnumType } from '@nestjs/graphql';

/** How far a sample is; the values are `SampleStage` of libs/crm. Declared here because a card shows it, and samples know the pipeline. */
export enum SampleStageEnum {
  REQUESTED = 'requested',
  APPROVED = 'approved',
  SENT = 'sent',
  ARRIVED = 'arrived',
  FEEDBACK = 'feedback',
  CONVERTED = 'converted',
  DROPPED = 'dropped',
}
registerEnumType(SampleStageEnum, {
  name: 'SampleStage',
  description: 'How far a sample is. CONVERTED: it led to an order; DROPPED: it ended without one.',
});
