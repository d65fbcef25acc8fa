import { BusinessCalendarEntity } from '../entities/business-calendar.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The business calendars of a workspace. */
export class BusinessCalendarsRepository extends TenantRepository<BusinessCalendarEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BusinessCalendarEntity);
  }
}
