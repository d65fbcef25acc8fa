import { type KeyPress, displayKeys, matchShortcut, usesModifier } from './shortcut.ts';

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('matchShortcut', () => {
  it('reads the physical key, so Hangul mode does not matter', () =>
    expect(matchShortcut('r', [press('KeyR')])).toBe('full'));

  it('waits for the second key of a sequence', () => {
    expect(matchShortcut('g h', [press('KeyG')])).toBe('partial');
    expect(matchShortcut('g h', [press('KeyG'), press('KeyH')])).toBe('full');
    expect(matchShortcut('g h', [press('KeyG'), press('KeyI')])).toBe('none');
    expect(matchShortcut('g h', [press('KeyH')])).toBe('none');
  });

  it('takes ? only with Shift and / only without', () => {
    expect(matchShortcut('?', [press('Slash', { shiftKey: true })])).toBe('full');
    expect(matchShortcut('/', [press('Slash', { shiftKey: true })])).toBe('none');
    expect(matchShortcut('/', [press('Slash')])).toBe('full');
  });

  it('takes Ctrl or Cmd for mod, and leaves the browser’s own combinations alone', () => {
    expect(matchShortcut('mod+k', [press('KeyK', { ctrlKey: true })])).toBe('full');
    expect(matchShortcut('mod+k', [press('KeyK', { metaKey: true })])).toBe('full');
    expect(matchShortcut('mod+k', [press('KeyK')])).toBe('none');
    expect(matchShortcut('r', [press('KeyR', { ctrlKey: true })])).toBe('none');
  });

  it('never fires with Alt', () => expect(matchShortcut('r', [press('KeyR', { altKey: true })])).toBe('none'));

  it('takes digits of the number pad and its Enter', () => {
    expect(matchShortcut('1', [press('Numpad1')])).toBe('full');
    expect(matchShortcut('mod+enter', [press('NumpadEnter', { ctrlKey: true })])).toBe('full');
  });

  it('refuses a shortcut that names no key', () =>
    expect(() => matchShortcut('hyper', [press('KeyR')])).toThrow('Unknown key "hyper"'));
});

describe('usesModifier', () => {
  it('tells shortcuts that cannot be typed as text', () => {
    expect(usesModifier('mod+enter')).toBe(true);
    expect(usesModifier('g h')).toBe(false);
  });
});

describe('displayKeys', () => {
  it('shows what is printed on the keyboard', () => {
    expect(displayKeys('g h', false)).toEqual(['G', 'H']);
    expect(displayKeys('mod+enter', false)).toEqual(['Ctrl', 'Enter']);
    expect(displayKeys('mod+k', true)).toEqual(['⌘', 'K']);
  });
});
