'use client';
import { useState } from 'react';
import { ProductPackDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';

/** The languages that decision packs are written in; every other reader gets the English one. */
export const PACK_LANGUAGES = ['ko', 'en'] as const;
export type PackLanguage = (typeof PACK_LANGUAGES)[number];

/** A product's decision pack for a reader: in a language, for a country and a currency (empty: whatever fits). */
export function usePack(id: string, reader: { language: PackLanguage; country: string; currency: string }) {
  const [choice, setChoice] = useState(reader);
  const query = useScreenQuery(
    ProductPackDocument,
    { id, language: choice.language, country: choice.country || null, currency: choice.currency || null },
    { keepPrevious: true, refreshOn: ({ subjectId, subjectKind }) => subjectId === id || subjectKind === 'file' },
  );
  const known = query.data?.product ?? null;
  return {
    choice,
    choose: (patch: Partial<typeof choice>) => setChoice((before) => ({ ...before, ...patch })),
    /** null until it is known, and when the product is gone. */
    pack: known?.id === id ? known.decisionPack : null,
    query,
  };
}

export type Pack = ReturnType<typeof usePack>;
