import { stripCitationMarks, type Gate, type Triage } from '@dangol/ai-assistant';
import type { DraftEntity, TenantContext, TenantDatabase } from '@dangol/db';
import { Draft } from './draft.model.ts';
import type { StoredDraftContent } from './stored-draft.ts';

interface Row extends Pick<
  DraftEntity,
  | 'id'
  | 'messageId'
  | 'status'
  | 'noDraftReason'
  | 'language'
  | 'text'
  | 'textKo'
  | 'engine'
  | 'engineVersion'
  | 'createdAt'
> {
  content: StoredDraftContent;
  triage: Triage;
  gate: Gate;
  currentEntryIds: string[];
}

/** The newest draft of a conversation, or the one with the id. Citations say whether their entry still stands as cited. */
export async function queryDraft(
  database: TenantDatabase,
  ctx: TenantContext,
  which: { id: string } | { conversationId: string },
): Promise<Draft | null> {
  const [row] = await database.query<Row>(
    ctx,
    `select d.id, d.message_id as "messageId", d.status, d.no_draft_reason as "noDraftReason", d.language, d.text, d.text_ko as "textKo",
       d.content, d.triage, d.gate, d.engine, d.engine_version as "engineVersion", d.created_at as "createdAt",
       array(select c ->> 'entryId' from jsonb_array_elements(d.content -> 'citations') c
         join knowledge_entries k on k.workspace_id = d.workspace_id and k.id = (c ->> 'entryId')::uuid
         join workspaces w on w.id = d.workspace_id
         where k.version = (c ->> 'entryVersion')::int and k.visibility = 'public'
           and (k.valid_until is null or k.valid_until >= (now() at time zone w.time_zone)::date)) as "currentEntryIds"
     from drafts d where d.workspace_id = $1 and ${'id' in which ? 'd.id' : 'd.conversation_id'} = $2
     order by d.created_at desc, d.id desc limit 1`,
    [ctx.workspaceId, 'id' in which ? which.id : which.conversationId],
  );
  return row ? toModel(row) : null;
}

function toModel(row: Row): Draft {
  const { content, triage, gate, currentEntryIds, engine, engineVersion, ...plain } = row;
  const { retrieved: _retrieved, citations, ...beside } = content;
  const { entities } = triage;
  return Object.assign(new Draft(), plain, beside, {
    plainText: row.text === null ? null : stripCitationMarks(row.text),
    citations: citations.map((citation) => ({ ...citation, current: currentEntryIds.includes(citation.entryId) })),
    triage: {
      language: triage.language.code,
      languageCertain: triage.language.certain,
      spamProbability: triage.spam.p,
      spamType: triage.spam.type,
      lead: triage.lead,
      intents: triage.intents,
      confidence: triage.intentConfidence,
      unsure: triage.unsure,
      urgency: triage.urgency,
      products: entities.products,
      quantities: entities.quantities,
      country: entities.country,
      targetPrice: entities.targetPrice ? `${entities.targetPrice.amount} ${entities.targetPrice.currency}` : null,
      deadline: entities.deadline,
      answerable: triage.answerable.verdict,
      injection: triage.injection,
      reasons: triage.reasons,
    },
    gateAction: gate.action,
    gateFailures: gate.failures,
    engine: `${engine} ${engineVersion}`,
  });
}
