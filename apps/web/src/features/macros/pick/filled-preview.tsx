'use client';
import { useTranslations } from 'next-intl';
import { AlertIcon, UploadIcon } from '../../../components/icons.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { FillMacroDocument, type MacroFieldsFragment } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useVariableName } from '../use-variable-name.ts';
import classes from './pick.module.css';

/** What the buyer of the conversation will read, and what has to be filled in by hand. */
export function FilledPreview({ macro, conversationId }: { macro: MacroFieldsFragment; conversationId: string }) {
  const t = useTranslations('macros.pick');
  const formats = useFormats();
  const variableName = useVariableName();
  const query = useScreenQuery(FillMacroDocument, { macroId: macro.id, conversationId });
  const filled = query.data?.fillMacro.__typename === 'FilledMacro' ? query.data.fillMacro : null;
  const missing = filled?.missing.filter((variable) => variable !== 'upload.link') ?? [];
  return (
    // Reached by Tab, so that a long text can be read to its end by keys alone.
    <section
      tabIndex={0}
      className={classes.preview}
      aria-label={t('preview')}
      aria-live="polite"
      aria-busy={query.loading}
    >
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} rows={2} />}
      {filled && (
        <>
          <p className={classes.language}>{t('inLanguage', { language: formats.language(filled.language) })}</p>
          {missing.length > 0 && (
            <p className={classes.missing}>
              <AlertIcon width="1.125em" height="1.125em" />
              {t('missing', { names: missing.map(variableName).join(', ') })}
            </p>
          )}
          {macro.asksForFiles && (
            <p className={classes.note}>
              <UploadIcon width="1.125em" height="1.125em" />
              {t('makesLink')}
            </p>
          )}
          <p className={classes.text} dir="auto" lang={filled.language}>
            {filled.text}
          </p>
        </>
      )}
    </section>
  );
}
