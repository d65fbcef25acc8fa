'use client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PlusIcon } from '../../../components/icons.tsx';
import { useCountryChoices } from '../../buyers/index.ts';
import classes from './edit.module.css';
import { type CertificateDraft, newCertificate } from './product-draft.ts';
import { Section } from './section.tsx';
import type { ProductForm } from './use-product-form.ts';

const MOST = 50;

/** What proves the product; the paper itself is one of the files on its page. */
export function CertificatesSection({
  form: { draft, changeRow, addRow, removeRow, wrong },
  files,
}: {
  form: ProductForm;
  /** Files of the product; null while it is new and can have none. */
  files: readonly { readonly id: string; readonly name: string }[] | null;
}) {
  const t = useTranslations('products');
  const countries = useCountryChoices();
  return (
    <Section
      id="certificates"
      title={t('certificates')}
      lead={t(files === null ? 'certificatesNewLead' : 'certificatesLead')}
    >
      {draft.certificates.map((one, index) => {
        const row = index + 1;
        const change = (patch: Partial<CertificateDraft>) => changeRow('certificates', one.key, patch);
        const line = (field: 'name' | 'number' | 'issuer', label: string, hint?: string) => (
          <TextInput
            label={label}
            aria-label={t('rowField', { field: label, row })}
            placeholder={hint}
            autoComplete="off"
            maxLength={250}
            dir="auto"
            value={one[field]}
            error={wrong(`${one.key}.${field}`)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        );
        return (
          <fieldset key={one.key} className={classes.card}>
            <legend className="visually-hidden">{t('certificateRow', { row })}</legend>
            <div className={classes.cardGrid} data-named>
              {line('name', t('certificate'), t('certificateHint'))}
              {line('number', t('certificateNumber'))}
              {line('issuer', t('issuer'))}
              <NativeSelect
                label={t('market')}
                aria-label={t('rowField', { field: t('market'), row })}
                value={one.country}
                data={[{ value: '', label: t('anyCountry') }, ...countries]}
                onChange={(event) => change({ country: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('validUntilLabel')}
                aria-label={t('rowField', { field: t('validUntilLabel'), row })}
                value={one.validUntil}
                error={wrong(`${one.key}.validUntil`)}
                onChange={(event) => change({ validUntil: event.currentTarget.value })}
              />
              {files !== null && (
                <NativeSelect
                  label={t('paper')}
                  aria-label={t('rowField', { field: t('paper'), row })}
                  value={one.attachmentId}
                  error={wrong(`${one.key}.attachmentId`)}
                  data={[
                    { value: '', label: t('noPaper') },
                    ...files.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={(event) => change({ attachmentId: event.currentTarget.value })}
                />
              )}
            </div>
            <div className={classes.cardFoot}>
              <Button
                variant="subtle"
                color="gray"
                aria-label={t('removeRow', { what: t('certificateRow', { row }) })}
                onClick={() => removeRow('certificates', one.key)}
              >
                {t('takeOut')}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {draft.certificates.length < MOST && (
        <Button
          variant="default"
          className={classes.add}
          leftSection={<PlusIcon />}
          onClick={() => addRow('certificates', newCertificate())}
        >
          {t('addCertificate')}
        </Button>
      )}
    </Section>
  );
}
