import { ExchangeRateEntity } from '../entities/exchange-rate.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The exchange rates of a workspace. */
export class ExchangeRatesRepository extends TenantRepository<ExchangeRateEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ExchangeRateEntity);
  }
}
