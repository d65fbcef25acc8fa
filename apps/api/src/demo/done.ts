import { isRefused } from '@dangol/db';

/** In the demo nothing is refused: a refusal means that the demo and the product no longer fit. */
export async function done<Outcome>(outcome: Promise<Outcome>): Promise<Outcome> {
  const settled = await outcome;
  if (isRefused(settled)) throw new Error(`the demo was refused: ${JSON.stringify(settled.refusal)}`);
  return settled;
}
