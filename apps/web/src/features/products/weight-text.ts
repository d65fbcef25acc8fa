/** "380 g", "1.25 kg": grams up to a kilogram, then kilograms, without rounding anything away. */
export function weightText(grams: number, number: (value: number) => string): string {
  return grams < 1000 ? `${number(grams)} g` : `${number(grams / 1000)} kg`;
}
