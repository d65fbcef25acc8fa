'use client';
import { useTranslations } from 'next-intl';
import { AlertIcon, FileIcon, ImageIcon, LinkIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { downloadAddress, fileSize } from '../../attachments/index.ts';
import { fileKind, mayRun } from './file-kind.ts';
import classes from './message.module.css';
import type { Message } from './use-conversation.ts';

/** Files of a message: pictures small, others by name and size, those of elsewhere as links, and what was not kept. */
export function MessageFiles({ attachments }: { attachments: Message['attachments'] }) {
  const t = useTranslations('inbox');
  return (
    <ul className={classes.attachments} aria-label={t('attachments')}>
      {attachments.map((file, index) => (
        <li key={index} data-refused={file.refused || undefined}>
          <MessageFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function MessageFile({ file }: { file: Message['attachments'][number] }) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const { slug } = useWorkspace();
  const { name, contentType, url, refused, attachment } = file;
  if (attachment) {
    const address = downloadAddress(attachment.path, slug);
    const size = (
      <span className={classes.host}>
        {t(`files.kinds.${fileKind(attachment.name, attachment.contentType)}`)} ·{' '}
        {fileSize(attachment.sizeBytes, formats.number)}
      </span>
    );
    return attachment.isImage ? (
      <>
        <a href={address} target="_blank" rel="noreferrer">
          <img className={classes.thumbnail} src={address} alt={name} loading="lazy" height={160} />
        </a>
        {size}
      </>
    ) : (
      <>
        <KindIcon name={attachment.name} contentType={attachment.contentType} />
        <a href={address} download={attachment.name} dir="auto">
          {attachment.name}
        </a>
        {size}
        <Danger name={attachment.name} />
      </>
    );
  }
  const safe = url !== null && /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  return (
    <>
      <LinkIcon width="1em" height="1em" />
      {safe ? (
        <a href={safe.href} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
          {name}
        </a>
      ) : (
        <span dir="auto">{name}</span>
      )}
      <span className={classes.host}>
        {refused ? t('attachmentRefused') : safe ? t('leadsTo', { host: safe.host }) : contentType}
      </span>
      {!refused && <Danger name={name} />}
    </>
  );
}

function KindIcon({ name, contentType }: { name: string; contentType: string }) {
  const Icon = fileKind(name, contentType) === 'image' ? ImageIcon : FileIcon;
  return <Icon width="1.125em" height="1.125em" />;
}

/** A file of a stranger that does something when it is opened says so beside its name. */
function Danger({ name }: { name: string }) {
  const t = useTranslations('inbox.files');
  if (!mayRun(name)) return null;
  return (
    <span className={classes.dangerous}>
      <AlertIcon width="1em" height="1em" /> {t('dangerous')}
    </span>
  );
}
