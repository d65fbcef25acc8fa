import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords. */
@Injectable()
export class Passwords {
  /** Hash of a password nobody knows: checked when there is no account, so that both answers take as long. */
  private readonly decoy = hash(randomBytes(32).toString('base64'), PARAMETERS);

  /** The argon2id hash to store. */
  hash(password: string): Promise<string> {
    return hash(password, PARAMETERS);
  }

  /** True when the password belongs to the hash; without a hash it is false after the same work. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matched = await verify(storedHash ?? (await this.decoy), password);
    return matched && storedHash !== null;
  }
}
