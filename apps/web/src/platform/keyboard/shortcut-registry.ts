import { type KeyPress, matchShortcut, usesModifier } from './shortcut.ts';

export interface Shortcut {
  /** "g h", "r", "mod+enter", "?". */
  keys: string;
  /** Shown in the key sheet and, with `palette`, in the palette; already translated. */
  label: string;
  /** Heading in the key sheet; already translated. */
  group: string;
  run: () => void;
  /** Also listed in the palette: "record" actions stand first. */
  palette?: 'record' | 'navigate' | 'general';
  /** Works while typing too; only for shortcuts with Ctrl/Cmd or for Esc. */
  whileTyping?: boolean;
}

/** A second key must follow within this time. */
const SEQUENCE_MS = 1_200;

export class ShortcutRegistry {
  private readonly groups = new Map<symbol, () => readonly Shortcut[]>();
  private presses: { press: KeyPress; at: number }[] = [];
  /** Single keys switched off by the person; Ctrl/Cmd combinations and Esc stay. */
  disabled = false;

  add(read: () => readonly Shortcut[]): () => void {
    const key = Symbol('shortcuts');
    this.groups.set(key, read);
    return () => this.groups.delete(key);
  }

  /** Latest registered first, so that the current record's keys win over the page's. */
  list(): Shortcut[] {
    return [...this.groups.values()].reverse().flatMap((read) => [...read()]);
  }

  /** Answers true when a shortcut took the press. */
  handle(press: KeyPress, at: number, situation: { typing: boolean; inDialog: boolean }): boolean {
    const recent = this.presses.filter((entry) => at - entry.at < SEQUENCE_MS);
    const shortcuts = this.list().filter((shortcut) => this.applies(shortcut, situation));
    for (const tail of [[...recent, { press, at }], [{ press, at }]]) {
      const presses = tail.map((entry) => entry.press);
      const full = shortcuts.find((shortcut) => matchShortcut(shortcut.keys, presses) === 'full');
      if (full) {
        this.presses = [];
        full.run();
        return true;
      }
      if (shortcuts.some((shortcut) => matchShortcut(shortcut.keys, presses) === 'partial')) {
        this.presses = tail;
        return true;
      }
    }
    this.presses = [];
    return false;
  }

  private applies(shortcut: Shortcut, { typing, inDialog }: { typing: boolean; inDialog: boolean }): boolean {
    if (this.disabled && !usesModifier(shortcut.keys) && shortcut.keys !== 'esc') return false;
    // Behind a dialog everything rests, above all "send".
    return !inDialog && (!typing || shortcut.whileTyping === true);
  }
}
