import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { IdentityStore } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { TooManyAttempts } from './refusals.ts';

const WINDOW_MS = 15 * 60_000;
const SOON_MS = 5_000;
/** Failures allowed in the window. */
const PER_EMAIL = 5;
const PER_ADDRESS = 20;

/** Something that may be guessed at: each kind is counted apart. */
interface Counted {
  readonly key: string;
  readonly limit: number;
}

/** What an attempt may be answered with. */
type Attempted<T> = { readonly failed: boolean; readonly answer: T };

/**
 * Stops guessing: five failures under an e-mail or twenty from an address in fifteen minutes. Failures are counted in the
 * database, so every process knows them; attempts under way count too, so a hundred sent at once are not all let in.
 */
@Injectable()
export class SignInThrottle {
  private readonly underWay = new Map<string, number>();

  constructor(
    private readonly identity: IdentityStore,
    private readonly clock: Clock,
  ) {}

  /** Runs `attempt` unless there were too many failures; a failed one is counted, a good one clears its e-mail. */
  async guard<T>(email: string, address: string, attempt: () => Promise<Attempted<T>>): Promise<T | TooManyAttempts> {
    const byEmail = { key: `email:${fingerprint(email.toLowerCase())}`, limit: PER_EMAIL };
    const byAddress = { key: `address:${fingerprint(networkOf(address))}`, limit: PER_ADDRESS };
    const { failed, answer } = await this.count([byEmail, byAddress], attempt);
    if (!failed && !(answer instanceof TooManyAttempts)) await this.identity.clearSignInFailures([byEmail.key]);
    return answer;
  }

  /** The same for acts that name no account to protect, such as signing up: only the address is counted. */
  async guardAddress<T>(
    act: string,
    address: string,
    attempt: () => Promise<Attempted<T>>,
  ): Promise<T | TooManyAttempts> {
    const counted = { key: `${act}:${fingerprint(networkOf(address))}`, limit: PER_ADDRESS };
    return (await this.count([counted], attempt)).answer;
  }

  private async count<T>(
    counted: readonly Counted[],
    attempt: () => Promise<Attempted<T>>,
  ): Promise<Attempted<T | TooManyAttempts>> {
    const keys = counted.map(({ key }) => key);
    for (const key of keys) this.underWay.set(key, (this.underWay.get(key) ?? 0) + 1);
    try {
      const retryAt = await this.retryAt(counted);
      if (retryAt) return { failed: false, answer: new TooManyAttempts(retryAt) };
      const outcome = await attempt();
      if (outcome.failed) await this.identity.addSignInFailure(keys, this.clock.now(), this.since());
      return outcome;
    } finally {
      for (const key of keys) this.leave(key);
    }
  }

  /** When the next attempt is allowed, or null when it is allowed now. */
  private async retryAt(counted: readonly Counted[]): Promise<Date | null> {
    const keys = counted.map(({ key }) => key);
    // Before the failures are read: one that fails meanwhile is then counted twice, and not between the two, not at all.
    const underWay = new Map(keys.map((key) => [key, (this.underWay.get(key) ?? 1) - 1]));
    const known = await this.identity.countSignInFailures(keys, this.since());
    let latest: Date | null = null;
    for (const { key, limit } of counted) {
      const past = known.find((row) => row.key === key);
      const failures = past?.failures ?? 0;
      const others = underWay.get(key)!;
      if (failures + others < limit) continue;
      // too many at this moment only: those under way will be done soon
      const waitFrom =
        past && failures >= limit ? past.firstAt.getTime() + WINDOW_MS : this.clock.now().getTime() + SOON_MS;
      const retryAt = new Date(waitFrom);
      if (!latest || retryAt > latest) latest = retryAt;
    }
    return latest;
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MS);
  }

  private leave(key: string): void {
    const left = (this.underWay.get(key) ?? 1) - 1;
    if (left > 0) this.underWay.set(key, left);
    else this.underWay.delete(key);
  }
}

/** Addresses and e-mails are counted without being kept. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** One household or office has a whole /64 of IPv6 addresses; they count as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(address) ? expand(address).slice(0, 4).join(':') : address;
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right].map((group) => group.padStart(4, '0'));
}
