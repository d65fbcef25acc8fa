import { TextDecoder } from 'node:util';

const UNREADABLE = 0xfffd;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x41;
const TRAILS = 0xfe - FIRST_TRAIL + 1;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

let table: Uint16Array | null = null;

/**
 * Decodes CP949 (UHC), what Windows writes on a Korean machine. Node's `euc-kr` is KS X 1001 alone, without 8,822 of the 11,172
 * syllables (똠, 뷁, 힣): here they are added. Bytes that are no text become U+FFFD; a line end or delimiter after a
 * broken byte stays what it is.
 */
export class Cp949Decoder {
  #lead = 0;

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    table ??= makeTable();
    const units = new Uint16Array(bytes.length + 1);
    let count = 0;
    let lead = this.#lead;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index]!;
      if (lead === 0) {
        if (byte < 0x80) units[count++] = byte;
        else if (byte < FIRST_LEAD || byte > 0xfe) units[count++] = UNREADABLE;
        else lead = byte;
        continue;
      }
      const known = byte >= FIRST_TRAIL && byte <= 0xfe ? table[(lead - FIRST_LEAD) * TRAILS + byte - FIRST_TRAIL]! : 0;
      lead = 0;
      units[count++] = known === 0 ? UNREADABLE : known;
      if (known === 0 && byte < 0x80) units[count++] = byte;
    }
    this.#lead = stream ? lead : 0;
    if (!stream && lead !== 0) units[count++] = UNREADABLE;
    return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
  }
}

/** Unit by lead and trail byte; 0 where there is none. */
function makeTable(): Uint16Array {
  const units = new Uint16Array((0xfe - FIRST_LEAD + 1) * TRAILS);
  const decoder = new TextDecoder('euc-kr');
  const known = new Set<number>();
  const put = (lead: number, trail: number, unit: number) =>
    (units[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL] = unit);
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length !== 1 || text === '\uFFFD') continue;
      known.add(text.charCodeAt(0));
      put(lead, trail, text.charCodeAt(0));
    }
  }
  put(0xa2, 0xe6, 0x20ac); // euro and registered sign, which came after the standard
  put(0xa2, 0xe7, 0x00ae);
  // The other syllables stand in their Unicode order before and beside those of the standard.
  const places = extensionPlaces();
  for (let unit = FIRST_SYLLABLE; unit <= LAST_SYLLABLE; unit += 1) {
    if (known.has(unit)) continue;
    const place = places.next();
    if (!place.done) put(place.value[0], place.value[1], unit);
  }
  return units;
}

function* extensionPlaces(): Generator<readonly [number, number]> {
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail += 1) {
      const letter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      if (letter) yield [lead, trail];
    }
  }
}
