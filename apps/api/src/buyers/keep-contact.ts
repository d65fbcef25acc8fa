import { newId, type BuyerContactsRepository, type TenantContext } from '@dangol/db';
import { countryCode } from './country-code.ts';
import { readPhone } from './record/read-phone.ts';
import type { BuyerDescription } from './register-buyer.use-case.ts';

/** Keeps the address and the number that a channel names for a buyer, unless they are known. */
export async function keepContact(
  contacts: BuyerContactsRepository,
  ctx: TenantContext,
  buyerId: string,
  described: BuyerDescription,
  now: Date,
): Promise<void> {
  const email = described.email?.toLowerCase() ?? null;
  const phone = described.phone ? phoneAsGiven(described.phone, countryCode(described.country)) : null;
  if (email === null && phone === null) return;
  const known = await contacts.find(ctx, { buyerId });
  const same = known.find(
    (contact) => (email !== null && contact.email === email) || (phone !== null && contact.phone === phone),
  );
  if (!same) {
    await contacts.insert(ctx, { id: newId(), buyerId, name: described.name ?? null, email, phone, createdAt: now });
  } else if ((same.email === null && email) || (same.phone === null && phone)) {
    await contacts.update(ctx, same.id, { email: same.email ?? email, phone: same.phone ?? phone });
  }
}

/** E.164 where the number can be read so; a channel's word that cannot is kept as it is, because a message is never refused for it. */
function phoneAsGiven(given: string, country: string | null): string {
  const read = readPhone(given, country);
  return 'e164' in read ? read.e164 : given;
}
