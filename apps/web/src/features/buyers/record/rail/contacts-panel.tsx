'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CloseIcon, EditIcon, PlusIcon } from '../../../../components/icons.tsx';
import { lazyPart } from '../../../../components/lazy-part.tsx';
import { Panel } from '../../../../components/page-frame.tsx';
import {
  type BuyerRecordFieldsFragment,
  RemoveContactDocument,
  SaveContactDocument,
} from '../../../../generated/graphql.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import classes from '../buyer-page.module.css';
import { useSimpleAct } from '../../use-simple-act.ts';
import type { RailPanelProps } from './buyer-rail.tsx';

const ContactDialog = lazyPart(() => import('./contact-dialog.tsx').then((module) => module.ContactDialog));

export type Contact = BuyerRecordFieldsFragment['contacts'][number];

/** Whom to reach, and how. */
export function ContactsPanel({ buyer, mayChange, onChanged }: RailPanelProps) {
  const t = useTranslations('buyers');
  const may = useMay();
  const { show } = useToasts();
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const [remove, removing] = useSimpleAct(RemoveContactDocument, (data) => data.removeContact);
  const [save] = useSimpleAct(SaveContactDocument, (data) => data.saveContact);
  if (buyer.contactsHidden)
    return (
      <Panel title={t('contacts')}>
        <p className={classes.nothing}>{t('contactsHidden')}</p>
      </Panel>
    );
  const mayEdit = mayChange && may('contact:read');

  const removeOne = async ({ id, name, email, phone, language, timeZone }: Contact) => {
    if (!(await remove({ id }))) return;
    onChanged();
    const undo = async () => {
      if (await save({ input: { id, buyerId: buyer.id, name, email, phone, language, timeZone } })) onChanged();
    };
    show({ message: t('contact.removed', { name: name ?? email ?? phone ?? '' }), undo: () => void undo() });
  };
  return (
    <Panel
      title={t('contacts')}
      actions={
        mayEdit && (
          <Button variant="subtle" leftSection={<PlusIcon />} onClick={() => setEditing('new')}>
            {t('contact.add')}
          </Button>
        )
      }
    >
      {buyer.contacts.length === 0 && <p className={classes.nothing}>{t('noContacts')}</p>}
      <ul className={classes.contacts}>
        {buyer.contacts.map((contact) => (
          <li key={contact.id} className={classes.contact}>
            <ContactText contact={contact} />
            {mayEdit && (
              <span className={classes.contactActs}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="2.75rem"
                  aria-label={t('contact.edit', { name: nameOf(contact) })}
                  onClick={() => setEditing(contact)}
                >
                  <EditIcon />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="2.75rem"
                  loading={removing}
                  aria-label={t('contact.remove', { name: nameOf(contact) })}
                  onClick={() => void removeOne(contact)}
                >
                  <CloseIcon />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <ContactDialog
          buyer={buyer}
          contact={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={onChanged}
        />
      )}
    </Panel>
  );
}

const nameOf = ({ name, email, phone }: Contact) => name ?? email ?? phone ?? '';

function ContactText({ contact: { name, email, phone, language, timeZone } }: { contact: Contact }) {
  const formats = useFormats();
  const about = [language && formats.language(language), timeZone?.replaceAll('_', ' ')].filter(Boolean).join(' · ');
  return (
    <span className={classes.contactText}>
      {name !== null && <strong dir="auto">{name}</strong>}
      {email !== null && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>}
      {phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
      {about !== '' && <span className={classes.dim}>{about}</span>}
    </span>
  );
}
