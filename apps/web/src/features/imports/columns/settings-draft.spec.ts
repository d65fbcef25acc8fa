import type { ImportSettingsFieldsFragment } from '../../../generated/graphql.ts';
import { draftOf, inputOf, settingsOf, withField } from './settings-draft.ts';

const opened = {
  ambiguousDates: true,
  channel: { id: 'c1', name: 'Alibaba.com' },
  mapping: [
    { column: 0, field: 'received_at', confidence: 'EXACT' },
    { column: 1, field: null, confidence: 'GUESSED' },
    { column: 2, field: 'message', confidence: 'SYNONYM' },
  ],
  options: {
    timeZone: 'Asia/Seoul',
    dateOrder: 'YMD',
    currency: null,
    known: 'FILL',
    history: false,
    decimalComma: false,
  },
} as unknown as ImportSettingsFieldsFragment;
const columns = [{ index: 0 }, { index: 1 }, { index: 2 }];

describe('draftOf', () => {
  it('leaves the order of dates to the server until it is chosen', () => {
    expect(draftOf(opened).dateOrder).toBeNull();
    expect(draftOf({ ...opened, ambiguousDates: false }).dateOrder).toBeNull();
  });
});

describe('withField', () => {
  it('takes the field from the column that had it', () => {
    const { fieldOf } = withField(draftOf(opened), 1, 'message');
    expect([...fieldOf]).toEqual([
      [0, 'received_at'],
      [1, 'message'],
    ]);
  });
  it('ignores a column', () => expect([...withField(draftOf(opened), 0, null).fieldOf]).toEqual([[2, 'message']]));
});

describe('inputOf', () => {
  it('says what becomes of every column, and nothing that the kind does not have', () =>
    expect(inputOf({ ...draftOf(opened), currency: ' eur' }, columns, settingsOf('INQUIRIES'))).toEqual({
      mapping: [
        { column: 0, field: 'received_at' },
        { column: 1, field: null },
        { column: 2, field: 'message' },
      ],
      known: 'FILL',
      saveMapping: true,
      timeZone: 'Asia/Seoul',
      history: false,
      channelId: 'c1',
    }));
  it('does not say which comes first, day or month, for a date column that is only now given', () => {
    const unmapped = draftOf({ ...opened, ambiguousDates: false, mapping: [] });
    expect(inputOf(withField(unmapped, 0, 'received_at'), columns, settingsOf('INQUIRIES'))).not.toHaveProperty(
      'dateOrder',
    );
  });
  it('answers which comes first, day or month, once it is chosen', () =>
    expect(inputOf({ ...draftOf(opened), dateOrder: 'DMY' }, columns, settingsOf('ORDERS')).dateOrder).toBe('DMY'));
  it('makes a channel only where none is chosen', () => {
    const named = { ...draftOf(opened), newChannelName: ' Messe ' };
    expect(inputOf(named, columns, settingsOf('BUYERS'))).not.toHaveProperty('newChannelName');
    expect(inputOf({ ...named, channelId: null }, columns, settingsOf('BUYERS')).newChannelName).toBe('Messe');
  });
});
