const MINE = 'workspace_id = $1 and buyer_id = $2';
const TALKS = '(select c.id from conversations c where c.workspace_id = $1 and c.buyer_id = $2)';

/** What free text is replaced by where a table wants some. */
const GONE = `'-'`;

/**
 * What the erasure of a buyer does besides removing attachments, in this order; $1 is the workspace, $2 the buyer. Amounts, times, ids and codes stay: they
 * are the workspace's own figures and say nothing about a person once the texts are gone.
 */
export const ERASURE_STEPS: readonly string[] = [
  // Raw deliveries first, while identities still tell whose those are that never became messages.
  `update inbound_messages i set body = '', external_id = 'erased:' || i.id, problem = null
   where i.workspace_id = $1 and i.message_id in (select m.id from messages m where m.workspace_id = $1 and m.conversation_id in ${TALKS})`,
  `update inbound_messages i set body = '', external_id = 'erased:' || i.id, problem = null, status = 'dismissed'
   where i.workspace_id = $1 and i.status <> 'applied' and exists (select from buyer_identities d where d.workspace_id = $1 and d.buyer_id = $2
     and d.channel_id = i.channel_id and position(convert_to(to_json(d.external_id)::text, 'utf8') in i.body) > 0)`,
  // What was not yet sent must not go out without its words.
  `update messages set text = '', html = null, attachments = '[]', delivery_error = null,
     external_id = case when external_id is not null then 'erased:' || id end,
     delivery_status = case when delivery_status in ('queued', 'sending', 'failed') then 'cancelled' else delivery_status end
   where workspace_id = $1 and conversation_id in ${TALKS}`,
  `update drafts set text = null, text_ko = null, content = '{}', triage = '{}', gate = '{}', discard_reason = null,
     status = case when status = 'ready' then 'outdated' else status end
   where workspace_id = $1 and conversation_id in ${TALKS}`,
  `delete from reply_drafts where workspace_id = $1 and conversation_id in ${TALKS}`,
  `update inquiries set signals = '{}', end_reason = null where ${MINE}`,
  `update conversations set subject = null, preview = '', external_id = 'erased:' || id, pending_delivery = null where ${MINE}`,
  // What imports changed is kept as it was, for their undoing; that of this buyer cannot be undone any more.
  `delete from import_changes where workspace_id = $1 and (row_id = $2
     or row_id in (select c.id from buyer_contacts c where c.workspace_id = $1 and c.buyer_id = $2)
     or row_id in (select i.id from buyer_identities i where i.workspace_id = $1 and i.buyer_id = $2))`,
  `delete from buyer_contacts where ${MINE}`,
  `update buyer_identities set external_id = 'erased:' || id, display_name = null where ${MINE}`,
  `delete from buyer_notes where ${MINE}`,
  `delete from buyer_tags where ${MINE}`,
  `update buyer_consents set source = ${GONE} where ${MINE}`,
  `update buyer_merges set snapshot = '{}' where workspace_id = $1 and (kept_id = $2 or merged_id = $2)`,
  `update grade_overrides set reason = ${GONE} where ${MINE}`,
  // Nothing is left to send an open sample to.
  `update sample_requests set stage = 'dropped', stage_since = $3, dropped_at = $3, drop_reason = ${GONE} where ${MINE} and stage not in ('converted', 'dropped')`,
  `update sample_requests s set purpose = ${GONE}, success_test = ${GONE}, result = case when result is not null then ${GONE} end,
     override_reason = case when override_reason is not null then ${GONE} end, drop_reason = case when drop_reason is not null then ${GONE} end,
     items = (select coalesce(jsonb_agg(item || jsonb_build_object('description', ${GONE})), '[]') from jsonb_array_elements(s.items) item)
   where ${MINE}`,
  `update announcement_recipients set text = ${GONE} where ${MINE}`,
  `update support_entries set what = ${GONE} where ${MINE}`,
  `update buyers set name = ${GONE}, company = null, language = null, time_zone = null, address = null, employees = null,
     annual_purchase_minor = null, company_type = null, web_site = null, links = '[]', custom = '{}', grading = null, erased_at = $3, updated_at = $3
   where workspace_id = $1 and id = $2`,
];
