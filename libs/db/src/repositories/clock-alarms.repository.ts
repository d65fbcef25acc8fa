import { ClockAlarmEntity } from '../entities/clock-alarm.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The alarms of a workspace's open inquiries. */
export class ClockAlarmsRepository extends TenantRepository<ClockAlarmEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ClockAlarmEntity);
  }
}
