import type { MacroText, MacroValues } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A macro, and all that a conversation knows to fill it with. */
export interface MacroFacts {
  readonly texts: readonly MacroText[];
  /** Of the thread, else of the buyer. */
  readonly language: string | null;
  readonly buyerName: string;
  readonly buyerCompany: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly buyerCountry: string | null;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly subject: string | null;
  /** What the thread's newest sample request is of, else the buyer's newest order. */
  readonly products: string | null;
  readonly promisedFor: Date | null;
}

/** Reads them in one statement; null when the macro or the conversation is not there. */
export async function queryMacroFacts(
  database: TenantDatabase,
  ctx: TenantContext,
  { macroId, conversationId }: { readonly macroId: string; readonly conversationId: string },
): Promise<MacroFacts | null> {
  const [row] = await database.query<MacroFacts>(
    ctx,
    `select k.texts, coalesce(c.language, b.language) as language, b.name as "buyerName", b.company as "buyerCompany",
       b.country as "buyerCountry", w.name as "workspaceName", w.time_zone as "timeZone", c.subject, c.promised_for as "promisedFor",
       coalesce(
         (select string_agg(i ->> 'description', ', ') from (select s.items from sample_requests s
            where s.workspace_id = c.workspace_id and s.conversation_id = c.id order by s.requested_at desc, s.id desc limit 1) s,
            jsonb_array_elements(s.items) i),
         (select string_agg(l.description, ', ' order by l.line_number) from order_lines l where l.workspace_id = c.workspace_id
            and l.order_id = (select o.id from orders o where o.workspace_id = c.workspace_id and o.buyer_id = c.buyer_id
              order by o.placed_at desc, o.id desc limit 1))) as products
     from conversations c join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     join workspaces w on w.id = c.workspace_id
     join macros k on k.workspace_id = c.workspace_id and k.id = $3
     where c.workspace_id = $1 and c.id = $2`,
    [ctx.workspaceId, conversationId, macroId],
  );
  return row ?? null;
}

/** Longest list of products in a sentence, characters. */
const MAX_PRODUCTS = 300;

/** What the facts put into a text of a language. A promise that has passed is none. */
export function macroValues(
  facts: MacroFacts,
  memberName: string | null,
  now: Date,
): (language: string) => MacroValues {
  const promisedFor = facts.promisedFor && facts.promisedFor > now ? facts.promisedFor : null;
  return (language) => ({
    'buyer.name': facts.buyerName,
    'buyer.company': facts.buyerCompany,
    'buyer.country': facts.buyerCountry && countryName(facts.buyerCountry, language),
    'member.name': memberName,
    'workspace.name': facts.workspaceName,
    'conversation.subject': facts.subject,
    'product.name': facts.products && facts.products.length <= MAX_PRODUCTS ? facts.products : null,
    'promised.date':
      promisedFor &&
      new Intl.DateTimeFormat([language, 'en'], { dateStyle: 'long', timeZone: facts.timeZone }).format(promisedFor),
  });
}

function countryName(code: string, language: string): string | null {
  return new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' }).of(code) ?? null;
}
