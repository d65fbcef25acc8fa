'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { type BuyerStage, type MoveBuyerMutation, MoveBuyerDocument } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { STAGES } from '../pipeline-url.ts';
import { type Card, placeOf } from './lay-board.ts';
import type { BoardState } from './use-board.ts';
import { useRefusedMove } from './use-refused-move.ts';

export type MoveOutcome = MoveBuyerMutation['moveBuyer'];

/**
 * Moves a buyer to another stage: shown at once, undone for 10 seconds, and put back with the reason when it is refused.
 * `onPlaced` is called whenever the card took a new place, so that the focus can follow it.
 */
export function useMove(board: BoardState, onPlaced: (cardId: string) => void) {
  const t = useTranslations('pipeline');
  const { show } = useToasts();
  const [act] = useAct(MoveBuyerDocument);
  const refusedWords = useRefusedMove();
  const explainGrade = useGradeNotice();
  const latest = useRef(board);
  useEffect(() => {
    latest.current = board;
  }, [board]);
  /** The last move of each card: only its outcome may place the card. */
  const lastMove = useRef(new Map<string, string>());

  const move = useCallback(
    async function moveTo(card: Card, to: BuyerStage, undoTo: { index: number } | null = null): Promise<void> {
      const { columns, put, settle } = latest.current;
      const from = card.stage;
      const origin = (columns && placeOf(columns, card.id)) ?? { key: from, index: 0 };
      if (to === from) return onPlaced(card.id);
      const id = newId();
      lastMove.current.set(card.id, id);
      const place = (placed: Card, key: string, index = 0) => {
        if (lastMove.current.get(card.id) !== id) return;
        put(placed, key, index);
        onPlaced(card.id);
      };
      const toIndex = undoTo?.index ?? 0;
      place({ ...card, stage: to, stageSince: new Date().toISOString() }, to, toIndex);
      const { data, failure } = await act({ input: { id, buyerId: card.id, from, to } });
      const outcome = data?.moveBuyer ?? null;
      if (outcome?.__typename === 'BuyerMoved') {
        place(outcome.card, to, toIndex);
        const undo = () => void moveTo(outcome.card, from, { index: origin.index });
        const message = t(undoTo ? 'movedBack' : 'moved', { name: card.name, stage: t(`stages.${to}`) });
        show(undoTo ? { message } : { message, undo });
      } else {
        // Someone was faster: the card stands where they put it, not where it came from.
        if (outcome?.__typename === 'StageMoved') place({ ...card, stage: outcome.stage }, outcome.stage);
        else place(card, origin.key, origin.index);
        show({ message: refusedWords(card.name, to, outcome, failure), tone: 'bad' });
      }
      settle(card.id);
    },
    [act, show, t, onPlaced, refusedWords],
  );

  /** Takes a card to a column of either grouping. */
  const drop = useCallback(
    (card: Card, toKey: string) => {
      const stage = STAGES.find((each) => each === toKey);
      if (stage) void move(card, stage);
      else explainGrade(card);
    },
    [move, explainGrade],
  );
  return { move, drop, explainGrade };
}

/** Grades come from the rules; a person changes one on the record, with a reason. */
function useGradeNotice() {
  const t = useTranslations('pipeline');
  const { show } = useToasts();
  const router = useRouter();
  const href = useWorkspaceHref();
  return useCallback(
    (card: Card) => {
      show({
        message: t('gradeNotMovable', { name: card.name }),
        action: { label: t('openRecord'), run: () => router.push(href('buyers', card.id)) },
        durationMs: 10_000,
      });
    },
    [show, t, router, href],
  );
}
