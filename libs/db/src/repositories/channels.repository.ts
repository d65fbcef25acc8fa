import { ChannelEntity } from '../entities/channel.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The channels of a workspace. */
export class ChannelsRepository extends TenantRepository<
  ChannelEntity,
  'status' | 'autoMode' | 'ownHours' | 'meanTargetMinutes' | 'excludedSenders'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ChannelEntity);
  }
}
