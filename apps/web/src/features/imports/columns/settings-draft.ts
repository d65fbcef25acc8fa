import type {
  DateOrder,
  ImportKind,
  ImportSettingsFieldsFragment,
  ImportSettingsInput,
  KnownRows,
} from '../../../generated/graphql.ts';

/** What a person may say about a file before it is checked. */
export interface SettingsDraft {
  /** Field by column; a column that is not named here is ignored. */
  readonly fieldOf: ReadonlyMap<number, string>;
  readonly timeZone: string;
  /** As chosen here; null: nobody has, and it stays what the server has. What is sent counts as said by a person. */
  readonly dateOrder: DateOrder | null;
  readonly currency: string;
  readonly channelId: string | null;
  readonly newChannelName: string;
  readonly known: KnownRows;
  readonly history: boolean;
  readonly decimalComma: boolean;
  readonly saveMapping: boolean;
}

/** The settings as the server has them. */
export function draftOf(opened: ImportSettingsFieldsFragment): SettingsDraft {
  const { options } = opened;
  return {
    fieldOf: new Map(opened.mapping.flatMap(({ column, field }) => (field === null ? [] : [[column, field]]))),
    timeZone: options.timeZone,
    dateOrder: null,
    currency: options.currency ?? '',
    channelId: opened.channel?.id ?? null,
    newChannelName: '',
    known: options.known,
    history: options.history,
    decimalComma: options.decimalComma,
    saveMapping: true,
  };
}

/** The draft with a column given to a field. A field has one column: another that had it is ignored from then on. */
export function withField(draft: SettingsDraft, column: number, field: string | null): SettingsDraft {
  const fieldOf = new Map([...draft.fieldOf].filter(([other, taken]) => other !== column && taken !== field));
  if (field !== null) fieldOf.set(column, field);
  return { ...draft, fieldOf };
}

/** What is sent: the whole mapping, and the settings that the kind of file has. */
export function inputOf(
  draft: SettingsDraft,
  columns: readonly { readonly index: number }[],
  has: SettingsShown,
): ImportSettingsInput {
  const newChannelName = draft.newChannelName.trim();
  return {
    mapping: columns.map(({ index }) => ({ column: index, field: draft.fieldOf.get(index) ?? null })),
    known: draft.known,
    saveMapping: draft.saveMapping,
    ...(has.dates && { timeZone: draft.timeZone, ...(draft.dateOrder && { dateOrder: draft.dateOrder }) }),
    ...(has.money && {
      decimalComma: draft.decimalComma,
      ...(draft.currency.trim() !== '' && { currency: draft.currency.trim().toUpperCase() }),
    }),
    ...(has.history && { history: draft.history }),
    ...(has.channel && draft.channelId !== null && { channelId: draft.channelId }),
    ...(has.channel && draft.channelId === null && newChannelName !== '' && { newChannelName }),
  };
}

/** Which settings mean something for a kind of file. */
export interface SettingsShown {
  readonly dates: boolean;
  readonly money: boolean;
  readonly history: boolean;
  readonly channel: boolean;
}

/** Settings by kind: what a file cannot hold is not asked. */
export function settingsOf(kind: ImportKind): SettingsShown {
  return {
    dates: kind !== 'CONTACTS',
    money: kind === 'BUYERS' || kind === 'ORDERS' || kind === 'ORDER_LINES' || kind === 'PRODUCTS',
    history: kind === 'INQUIRIES',
    channel: kind !== 'PRODUCTS' && kind !== 'KNOWLEDGE',
  };
}
