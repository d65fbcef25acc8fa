import type { AssistantInput, Assistant, AssistResult, Draft, KnowledgeEntry, ProductName } from './assistant.types.ts';
import { writeDraft } from './draft/write-draft.ts';
import { findUngrounded } from './gate/check-grounding.ts';
import { decideGate } from './gate/decide-gate.ts';
import { KnowledgeIndex } from './retrieval/knowledge-index.ts';
import { cleanMessage } from './text/clean-message.ts';
import { ProductMatcher } from './triage/product-matcher.ts';
import { triageMessage } from './triage/triage-message.ts';

/** Changes whenever the same input may give another result. */
const ENGINE_VERSION = '1.0.0';
const SPAM = 0.5;
/** Entries scoring this share of the best may be what the buyer meant. */
const RIVAL = 0.85;

/** The engine without key or network. Builds its index once; create a new one when the knowledge or the products change. */
export function createEmbeddedAssistant(
  knowledge: readonly KnowledgeEntry[],
  products: readonly ProductName[],
): Assistant {
  const index = new KnowledgeIndex(knowledge);
  const matcher = new ProductMatcher(products);
  const entries = new Map(knowledge.map((entry) => [entry.id, entry]));

  function assist(input: AssistantInput): AssistResult {
    const { text, truncated } = cleanMessage(input.subject, input.text);
    const raw = `${input.subject ?? ''}\n${input.buyerName ?? ''}\n${input.text}`;
    const { triage, plan } = triageMessage(text, raw, { index, products: matcher, asOf: input.asOf });
    const noDraftReason = whyNoDraft(text, triage.spam.p, input.automatedSender);
    const compose = (automatic: boolean): Draft =>
      writeDraft({
        triage,
        plan,
        products: matcher,
        text,
        automatic,
        buyerName: input.buyerName,
        sellerName: input.sellerName,
        asOf: input.asOf,
      });
    const check = (draft: Draft | null): string[] =>
      draft
        ? findUngrounded(draft, {
            entries,
            asOf: input.asOf,
            targetPrice: triage.entities.targetPrice,
            names: [input.sellerName, ...(input.buyerName ? [input.buyerName] : [])],
            productsIn: (words) => matcher.find(words),
          })
        : [];
    let draft = noDraftReason ? null : compose(false);
    let ungrounded = check(draft);
    const { unansweredIntents, hits } = plan;
    const rivals = hits.filter(({ score }) => score >= (hits[0]?.score ?? 0) * RIVAL).map(({ entry }) => entry);
    const cited = plan.blocks.map((block) => block.entry);
    let gate = decideGate({ input, triage, draft, cited, ungrounded, truncated, unansweredIntents, rivals });
    if (gate.action === 'auto_reply') {
      draft = compose(true);
      ungrounded = check(draft);
      gate = decideGate({ input, triage, draft, cited, ungrounded, truncated, unansweredIntents, rivals });
    }
    return {
      engine: 'embedded',
      engineVersion: ENGINE_VERSION,
      triage,
      retrieved: plan.hits.map(({ entry, score }) => ({ entryId: entry.id, entryCode: entry.code, score })),
      draft: draft && { ...draft, unsupported: ungrounded },
      noDraftReason,
      gate,
    };
  }

  return { assist };
}

function whyNoDraft(text: string, spam: number, automatedSender: boolean): string | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty_message';
  if (spam >= SPAM) return 'spam';
  return automatedSender ? 'automated_sender' : null;
}
