interface Findable {
  readonly name: string;
  readonly texts: readonly { readonly text: string }[];
  readonly used30Days: number;
}

/** The macros that hold every word that was typed, those with it in their name first, then the most used. */
export function filterMacros<Macro extends Findable>(macros: readonly Macro[], typed: string): Macro[] {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const all = macros.map((macro) => {
    const name = macro.name.normalize('NFC').toLowerCase();
    const whole = [name, ...macro.texts.map(({ text }) => text.normalize('NFC').toLowerCase())].join('\n');
    return {
      macro,
      found: words.every((word) => whole.includes(word)),
      named: words.every((word) => name.includes(word)),
    };
  });
  return all
    .filter(({ found }) => found)
    .toSorted(
      (left, right) =>
        Number(right.named) - Number(left.named) ||
        right.macro.used30Days - left.macro.used30Days ||
        left.macro.name.localeCompare(right.macro.name),
    )
    .map(({ macro }) => macro);
}
