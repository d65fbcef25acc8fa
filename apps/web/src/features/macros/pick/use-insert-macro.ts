'use client';
import { useState } from 'react';
import { useClient } from 'urql';
import { CreateUploadLinkDocument, FillMacroDocument, type MacroFieldsFragment } from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { withUploadLink } from './with-upload-link.ts';

/** A macro filled for the conversation, as it goes into the reply. */
export interface InsertedMacro {
  readonly macroId: string;
  readonly text: string;
  /** Variables that stand in the text because nothing is known for them. */
  readonly missing: readonly string[];
}

/** Fills a macro and makes the link for files when it asks for them. What went wrong stays until the next try. */
export function useInsertMacro(conversationId: string) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | 'gone' | null>(null);
  const [running, setRunning] = useState(false);

  const link = async (): Promise<string | Failure | 'gone'> => {
    const { data, error } = await client
      .mutation(CreateUploadLinkDocument, { id: newId(), conversationId })
      .toPromise();
    if (error) return toFailure(error);
    return data?.createUploadLink.__typename === 'UploadLinkMade' ? data.createUploadLink.url : 'gone';
  };
  const fill = async (macro: MacroFieldsFragment): Promise<InsertedMacro | Failure | 'gone'> => {
    const variables = { macroId: macro.id, conversationId };
    const { data, error } = await client
      .query(FillMacroDocument, variables, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) return toFailure(error);
    if (data?.fillMacro.__typename !== 'FilledMacro') return 'gone';
    const { text, missing } = data.fillMacro;
    if (!macro.asksForFiles) return { macroId: macro.id, text, missing };
    const url = await link();
    if (typeof url !== 'string' || url === 'gone') return url as Failure | 'gone';
    return {
      macroId: macro.id,
      text: withUploadLink(text, url),
      missing: missing.filter((variable) => variable !== 'upload.link'),
    };
  };
  const insert = async (macro: MacroFieldsFragment): Promise<InsertedMacro | null> => {
    setFailure(null);
    setRunning(true);
    try {
      const filled = await fill(macro);
      if (filled !== 'gone' && 'macroId' in filled) return filled;
      setFailure(filled);
      return null;
    } finally {
      setRunning(false);
    }
  };
  return { insert, running, failure };
}
