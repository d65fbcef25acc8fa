import { newId } from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import type pg from 'pg';

/** A small generator, so that a seed always makes the same buyers (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const AT = '2026-02-01T00:00:00Z';

/** Gives two buyers rows of every kind, some of them in conflict, by chance; answers fields for a merge to choose. */
export async function fillRandomBuyer(
  admin: pg.Client,
  workspace: SeededWorkspace,
  seed: number,
  keptId: string,
  mergedId: string,
): Promise<string[]> {
  const random = randomOf(seed);
  const some = (share = 0.6): boolean => random() < share;
  const run = (sql: string, ...params: unknown[]) => admin.query(sql, [workspace.workspaceId, ...params]);
  const tags = await run(`select id from tags where workspace_id = $1`);
  const tagId = (tags.rows as { id: string }[])[0]!.id;
  const second = newId();
  await run(
    `insert into tags (workspace_id, id, name, created_at) values ($1, $2, $3, '${AT}')`,
    second,
    `tag ${second}`,
  );
  for (const [i, buyerId] of [keptId, mergedId].entries()) {
    await run(
      `update buyers set company = $3, country = $4, address = $5, employees = $6, annual_purchase_minor = $7, links = $8, custom = $9,
         owner_id = $10, last_contact_at = $11 where workspace_id = $1 and id = $2`,
      buyerId,
      some() ? `Company ${seed} ${i}` : null,
      some() ? 'HU' : null,
      some() ? 'Street 1' : null,
      some() ? Math.floor(random() * 300) : null,
      some() ? '9007199254740993' : null, // more than a JavaScript number holds
      some() ? JSON.stringify([{ label: 'Shop', url: 'https://shop.example' }]) : '[]',
      some() ? JSON.stringify({ [newId()]: `value ${i}` }) : '{}',
      some() ? workspace.ownerId : null,
      some() ? `2026-02-0${i + 2}T00:00:00.123456Z` : null,
    );
    for (const tag of [tagId, second])
      if (some())
        await run(
          `insert into buyer_tags (workspace_id, id, buyer_id, tag_id, created_at) values ($1, $2, $3, $4, '${AT}')`,
          newId(),
          buyerId,
          tag,
        );
    if (some())
      await run(
        `insert into buyer_notes (workspace_id, id, buyer_id, author_id, text, created_at) values ($1, $2, $3, $4, 'note', '${AT}')`,
        newId(),
        buyerId,
        workspace.ownerId,
      );
    if (some())
      await run(
        `insert into buyer_contacts (workspace_id, id, buyer_id, email, created_at) values ($1, $2, $3, $4, '${AT}')`,
        newId(),
        buyerId,
        `x${i}@seed${seed}.example`,
      );
    if (some())
      await run(
        `insert into buyer_consents (workspace_id, id, buyer_id, purpose, granted, source, given_at, created_at) values ($1, $2, $3, 'marketing', true, 'fair', '${AT}', '${AT}')`,
        newId(),
        buyerId,
      );
    if (some())
      await run(
        `insert into attachments (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, created_at) values ($1, $2, $3, 'f', 'text/plain', 1, '\\x00', '${AT}')`,
        newId(),
        buyerId,
      );
    if (some())
      await run(
        `insert into grade_overrides (workspace_id, id, buyer_id, grade, computed_grade, reason, review_on, set_by, set_at) values ($1, $2, $3, 'A', 'C', 'why', '2026-06-01', $4, '${AT}')`,
        newId(),
        buyerId,
        workspace.ownerId,
      );
    if (some())
      await run(
        `insert into support_entries (workspace_id, id, buyer_id, kind, what, given_at, created_at) values ($1, $2, $3, 'guide', 'Guide', '${AT}', '${AT}')`,
        newId(),
        buyerId,
      );
    if (some())
      await run(
        `insert into order_adjustments (workspace_id, id, buyer_id, external_id, kind, at, currency, amount_minor, created_at) values ($1, $2, $3, $4, 'cancellation', '${AT}', 'USD', -500, '${AT}')`,
        newId(),
        buyerId,
        `adjustment ${buyerId}`,
      );
    if (some())
      await run(
        `insert into announcement_recipients (workspace_id, id, announcement_id, buyer_id, text, state) values ($1, $2, $3, $4, 'News', 'ready')`,
        newId(),
        workspace.announcementId,
        buyerId,
      );
    await talk(run, workspace, seed, i, buyerId, some());
    for (let n = Math.floor(random() * 4); n > 0; n -= 1)
      await run(
        `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at)
         values ($1, $2, $3, $4, 'COMPLETED', $5, $5, $6, 50000, 'USD', 50000, '${AT}')`,
        newId(),
        buyerId,
        `order ${newId()}`,
        `2026-01-${10 + Math.floor(random() * 18)}T00:00:00Z`,
        some() ? 'USD' : 'EUR',
      );
    if (some(0.5)) await run(`update buyers set stage = 'quoted' where workspace_id = $1 and id = $2`, buyerId);
  }
  return ['name', 'company', 'country', 'address', 'employees', 'annualPurchaseMinor', 'links', 'owner'].filter(() =>
    some(0.5),
  );
}

type Run = (sql: string, ...params: unknown[]) => Promise<unknown>;

async function talk(
  run: Run,
  { channelId }: SeededWorkspace,
  seed: number,
  i: number,
  buyerId: string,
  level: boolean,
) {
  await run(
    `insert into buyer_identities (workspace_id, id, buyer_id, channel_id, external_id, platform_level, seen_at, created_at) values ($1, $2, $3, $4, $5, $6, '${AT}', '${AT}')`,
    newId(),
    buyerId,
    channelId,
    `identity ${buyerId}`,
    level ? 'L3' : null,
  );
  await run(
    `insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, status, grade_rank, level_rank, last_message_at, last_direction, created_at)
     values ($1, $2, $3, $4, $5, 'answered', 4, 5, '${AT}', 'inbound', '${AT}')`,
    newId(),
    channelId,
    `thread ${seed} ${i} ${buyerId}`,
    buyerId,
  );
}
