import { isRefused, type Refused, type TenantDatabase } from '@dangol/db';
import { queryBuyer, type BuyerReader } from '../buyer.query.ts';
import { BuyerSaved } from './buyer-saved.type.ts';

/** A use case's outcome on one buyer: its id, or the refusal. */
export type BuyerOutcome<Refusal> = { readonly buyerId: string } | Refused<Refusal>;

/** The member of a result union for the outcome of a use case on a buyer: the buyer as it is now stored, or the refusal. */
export async function answerBuyer<Refusal>(
  database: TenantDatabase,
  ctx: BuyerReader,
  outcome: BuyerOutcome<Refusal>,
): Promise<BuyerSaved | Refusal> {
  if (isRefused(outcome)) return outcome.refusal;
  return new BuyerSaved((await queryBuyer(database, ctx, outcome.buyerId))!);
}
