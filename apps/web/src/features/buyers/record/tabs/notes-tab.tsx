'use client';
import { useTranslations } from 'next-intl';
import { BuyerNotesDocument } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import classes from '../buyer-page.module.css';
import { NoteForm } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';
import { TabState } from './tab-state.tsx';

/** What the team noted about the buyer; a private note shows only its author's name to others. */
export function NotesTab({ buyerId, erased }: { buyerId: string; erased: boolean }) {
  const t = useTranslations('buyers.notes');
  const may = useMay();
  const query = useScreenQuery(
    BuyerNotesDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.includes('note') },
  );
  const mayWrite = may('inbox:note') && !erased;
  return (
    <>
      {mayWrite && <NoteForm buyerId={buyerId} note={null} onDone={query.reload} />}
      <TabState query={query}>
        {({ buyer }) => (
          <>
            {buyer?.notes.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
            <ul className={classes.entries}>
              {buyer?.notes.map((note) => (
                <NoteItem key={note.id} buyerId={buyerId} note={note} mayWrite={mayWrite} onChanged={query.reload} />
              ))}
            </ul>
          </>
        )}
      </TabState>
    </>
  );
}
