/** The part of a keyboard event that shortcuts look at. */
export interface KeyPress {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat?: boolean;
}

interface Step {
  code: string;
  mod: boolean;
  shift: boolean;
}

const CODE_BY_NAME: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '.': 'Period',
  ',': 'Comma',
  enter: 'Enter',
  esc: 'Escape',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  space: 'Space',
};

/** Numeric pad digits count as digits. */
function sameKey(code: string, pressed: string): boolean {
  return (
    code === pressed ||
    (code.startsWith('Digit') && pressed === code.replace('Digit', 'Numpad')) ||
    (code === 'Enter' && pressed === 'NumpadEnter')
  );
}

function parseStep(part: string): Step {
  const pieces = part.toLowerCase().split('+');
  const name = pieces.at(-1) ?? '';
  const mod = pieces.includes('mod');
  if (name === '?') return { code: 'Slash', mod, shift: true };
  const shift = pieces.includes('shift');
  if (/^[a-z]$/.test(name)) return { code: `Key${name.toUpperCase()}`, mod, shift };
  if (/^[0-9]$/.test(name)) return { code: `Digit${name}`, mod, shift };
  const code = CODE_BY_NAME[name];
  if (code === undefined) throw new Error(`Unknown key "${part}" in a shortcut`);
  return { code, mod, shift };
}

/** Parses "g h", "?", "mod+k", "shift+j", "enter". Keys are physical, so they work in Hangul mode; Alt is never used. */
export function parseShortcut(keys: string): Step[] {
  return keys.trim().split(/\s+/).map(parseStep);
}

function stepMatches(step: Step, press: KeyPress): boolean {
  return (
    sameKey(step.code, press.code) &&
    step.mod === (press.ctrlKey || press.metaKey) &&
    step.shift === press.shiftKey &&
    !press.altKey
  );
}

export type Match = 'full' | 'partial' | 'none';

/** Whether the last presses complete the shortcut, begin it, or neither. */
export function matchShortcut(keys: string, presses: readonly KeyPress[]): Match {
  const steps = parseShortcut(keys);
  if (presses.length > steps.length) return 'none';
  const matching = presses.every((press, index) => {
    const step = steps[index];
    return step !== undefined && stepMatches(step, press);
  });
  if (!matching) return 'none';
  return presses.length === steps.length ? 'full' : 'partial';
}

/** True when the shortcut holds Ctrl or Cmd, which is never typed as text. */
export function usesModifier(keys: string): boolean {
  return parseShortcut(keys).some((step) => step.mod);
}

/** Keys as they are shown: "g h", "Ctrl K" or "⌘ K". */
export function displayKeys(keys: string, apple: boolean): string[] {
  return keys.split(/\s+/).flatMap((part) =>
    part.split('+').map((piece) => {
      if (piece === 'mod') return apple ? '⌘' : 'Ctrl';
      if (piece === 'enter') return 'Enter';
      if (piece === 'esc') return 'Esc';
      if (piece === 'shift') return 'Shift';
      return piece.length === 1 ? piece.toUpperCase() : piece;
    }),
  );
}
