'use client';
import { MACRO_VARIABLES, putIn } from '@dangol/crm';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ChevronDownIcon } from '../../../components/icons.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useVariableName } from '../use-variable-name.ts';
import classes from './edit.module.css';
import { sampleValues } from './sample-values.ts';

/** One language of a macro: its text, the variables at hand, and how a sample buyer reads it. */
export function TextField({
  language,
  text,
  first,
  error,
  onText,
  onRemove,
  onFirst,
}: {
  language: string;
  text: string;
  first: boolean;
  error: string | undefined;
  onText: (text: string) => void;
  /** Null for the only language. */
  onRemove: (() => void) | null;
  onFirst: () => void;
}) {
  const t = useTranslations('macros.edit');
  const formats = useFormats();
  const variableName = useVariableName();
  const field = useRef<HTMLTextAreaElement>(null);
  const name = formats.language(language);
  const filled = putIn(text, sampleValues(language));

  const insert = (variable: string) => {
    const box = field.current;
    const [from, to] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    const word = `{${variable}}`;
    onText(text.slice(0, from) + word + text.slice(to));
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + word.length, from + word.length);
    });
  };

  return (
    <fieldset className={classes.text}>
      <legend>
        {name} {first && <small>{t('firstNote')}</small>}
      </legend>
      <div className={classes.tools}>
        <Menu
          label={t('variables')}
          width="20rem"
          trigger={(props) => (
            <Button variant="default" rightSection={<ChevronDownIcon />} {...props}>
              {t('variables')}
            </Button>
          )}
        >
          {MACRO_VARIABLES.map((variable) => (
            <MenuItem key={variable} onClick={() => insert(variable)}>
              {variableName(variable)} <code className={classes.code}>{`{${variable}}`}</code>
            </MenuItem>
          ))}
        </Menu>
        <span className={classes.languageActs}>
          {!first && (
            <Button variant="subtle" color="gray" c="inherit" onClick={onFirst}>
              {t('makeFirst')}
            </Button>
          )}
          {onRemove && (
            <Button
              variant="subtle"
              color="gray"
              c="inherit"
              aria-label={t('removeLanguage', { language: name })}
              onClick={onRemove}
            >
              {t('remove')}
            </Button>
          )}
        </span>
      </div>
      <Textarea
        ref={field}
        name={`text-${language}`}
        aria-label={t('textIn', { language: name })}
        lang={language}
        dir="auto"
        autosize
        minRows={5}
        maxRows={16}
        maxLength={10_000}
        value={text}
        error={error}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <div className={classes.preview}>
          <p>{t('preview')}</p>
          <div dir="auto" lang={language}>
            {filled.text}
          </div>
        </div>
      )}
    </fieldset>
  );
}
