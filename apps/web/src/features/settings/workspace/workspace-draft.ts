import type { WorkspaceSettingsFieldsFragment } from '../../../generated/graphql.ts';

/** The settings as they are typed. */
export interface WorkspaceDraft {
  readonly name: string;
  readonly language: 'ko' | 'en';
  readonly timeZone: string;
  readonly baseCurrency: string;
  readonly undoSendSeconds: string;
}

export type WorkspaceField = keyof WorkspaceDraft;

/** Undo windows to choose from, seconds. */
export const UNDO_SECONDS = [0, 5, 10, 20, 30, 60];

export function workspaceDraftOf(settings: WorkspaceSettingsFieldsFragment): WorkspaceDraft {
  const { name, language, timeZone, baseCurrency, undoSendSeconds } = settings;
  return { name, language, timeZone, baseCurrency, undoSendSeconds: String(undoSendSeconds) };
}

/** What was typed upon `base`, now that the settings are `now`: whatever was not touched here follows. */
export function rebased(typed: WorkspaceDraft, base: WorkspaceDraft, now: WorkspaceDraft): WorkspaceDraft {
  const changed = Object.entries(typed).filter(([field, value]) => value !== base[field as WorkspaceField]);
  return { ...now, ...Object.fromEntries(changed) };
}

/** What to send: the whole form, so that saving also confirms what stays; the currency only where it can change. */
export function workspaceInputOf(draft: WorkspaceDraft) {
  return { ...draft, name: draft.name.trim(), undoSendSeconds: Number(draft.undoSendSeconds) };
}

/** Zones to choose from: those of the browser, with the present one even where the browser does not list it. */
export function timeZoneChoices(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...known, 'UTC', current])].toSorted();
}

/** "+09:00" of a zone at an instant, so that a name that says little can be told. */
export function offsetOf(timeZone: string, at: Date): string {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return name === undefined || name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}
