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
  // The key of a mail is a hash and stays: a mailbox that is read again must not bring the buyer back.
  `update inbound_messages i set body = '', problem = null, external_id = case when i.format = 'mime' then i.external_id else 'erased:' || i.id end
   where i.workspace_id = $1 and i.message_id in (select m.id from messages m where m.workspace_id = $1 and m.conversation_id in ${TALKS})`,
  `update inbound_messages i set body = '', external_id = 'erased:' || i.id, problem = null, status = 'dismissed'
   where i.workspace_id = $1 and i.status <> 'applied' and exists (select from buyer_identities d where d.workspace_id = $1 and d.buyer_id = $2
     and d.channel_id = i.channel_id and i.format = 'json' and position(convert_to(to_json(d.external_id)::text, 'utf8') in i.body) > 0)`,
  `update inbound_messages i set body = '', problem = null, status = 'dismissed'
   where i.workspace_id = $1 and i.format = 'mime' and i.status <> 'applied' and exists (select from buyer_identities d where d.workspace_id = $1
     and d.buyer_id = $2 and d.channel_id = i.channel_id and position(d.external_id in lower(encode(i.body, 'escape'))) > 0)`,
  `delete from mail_references where workspace_id = $1 and conversation_id in ${TALKS}`,
  `delete from mail_suppressions s where s.workspace_id = $1 and (
     exists (select from buyer_identities d where d.workspace_id = $1 and d.buyer_id = $2 and lower(d.external_id) = s.address)
     or exists (select from buyer_contacts c where c.workspace_id = $1 and c.buyer_id = $2 and lower(c.email) = s.address))`,
  // What was not yet sent must not go out without its words.
  `update messages set text = '', html = null, attachments = '[]', delivery_error = null, mail = null,
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
  // By which address or number an import found the buyer, and the rows of files, kept because they were bad, that hold one.
  `update imports i set preview = jsonb_set(i.preview, '{examples}', (
     select coalesce(jsonb_agg(e.example order by e.nth), '[]') from jsonb_array_elements(i.preview -> 'examples') with ordinality e(example, nth)
     where e.example ->> 'buyerId' <> $2::text))
   where i.workspace_id = $1 and i.preview -> 'examples' @> jsonb_build_array(jsonb_build_object('buyerId', $2::text))`,
  `update import_rows r set cells = '[]',
     problems = (select coalesce(jsonb_agg(p || '{"value": null}'), '[]') from jsonb_array_elements(r.problems) p)
   where r.workspace_id = $1 and exists (
     select from buyer_contacts k, jsonb_array_elements_text(r.cells) c(cell) where k.workspace_id = $1 and k.buyer_id = $2
       and (position(lower(k.email) in lower(c.cell)) > 0 or regexp_replace(c.cell, '\\D', '', 'g') = substr(k.phone, 2)))`,
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
