import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A 32-byte key with the id that is stored beside everything it sealed. */
export interface SecretKey {
  readonly id: string;
  readonly key: Buffer;
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals channel credentials and model keys with AES-256-GCM. Layout: format byte, key id length, key id, nonce, tag, text.
 * The first key seals; the others open what they sealed before a rotation.
 */
export class SecretBox {
  private readonly sealing: SecretKey;
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(keys: readonly SecretKey[]) {
    const [first] = keys;
    if (!first) throw new Error('SecretBox needs at least one key');
    this.sealing = first;
    this.keys = new Map(keys.map(({ id, key }) => [id, key]));
  }

  /** Encrypts a text; two seals of one text differ. */
  seal(plain: string): Buffer {
    const id = Buffer.from(this.sealing.id, 'utf8');
    const header = Buffer.concat([Buffer.from([FORMAT, id.length]), id]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealing.key, nonce);
    cipher.setAAD(header); // a sealed text cannot be relabelled with another key's id
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), text]);
  }

  /** Decrypts; throws when the text was changed or its key is not configured. The error never holds the text. */
  open(sealed: Buffer): string {
    const idEnd = 2 + (sealed[1] ?? 0);
    if (sealed[0] !== FORMAT || sealed.length < idEnd + NONCE_BYTES + TAG_BYTES) throw new Error('not a sealed secret');
    const id = sealed.toString('utf8', 2, idEnd);
    const key = this.keys.get(id);
    if (!key) throw new Error(`no secret key with id "${id}" is configured (DANGOL_SECRET_KEYS)`);
    const tagStart = idEnd + NONCE_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(idEnd, tagStart));
    decipher.setAAD(sealed.subarray(0, idEnd));
    decipher.setAuthTag(sealed.subarray(tagStart, tagStart + TAG_BYTES));
    return decipher.update(sealed.subarray(tagStart + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}
