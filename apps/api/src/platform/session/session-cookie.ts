import { Inject, Injectable } from '@nestjs/common';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';

/** Name of the session cookie. */
export const SESSION_COOKIE = 'dangol_session';

/** How long a session lives; signing in again starts a new one. */
export const SESSION_DAYS = 30;

/** The part of a Fastify reply that sets cookies. */
export interface CookieReply {
  header(name: string, value: string): unknown;
}

/** Writes and reads the session cookie; its flags are decided here alone. */
@Injectable()
export class SessionCookie {
  private readonly flags: string;

  constructor(@Inject(ENV) env: Env) {
    this.flags = `Path=/; HttpOnly; SameSite=Lax${env.cookieSecure ? '; Secure' : ''}`;
  }

  /** Gives the browser its session. */
  set(reply: CookieReply, token: string): void {
    reply.header('set-cookie', `${SESSION_COOKIE}=${token}; Max-Age=${SESSION_DAYS * 86_400}; ${this.flags}`);
  }

  /** Takes it away. */
  clear(reply: CookieReply): void {
    reply.header('set-cookie', `${SESSION_COOKIE}=; Max-Age=0; ${this.flags}`);
  }
}

/** The session token in a Cookie header, or null. */
export function sessionTokenOf(cookieHeader: string | undefined): string | null {
  const found = cookieHeader && /(?:^|;\s*)dangol_session=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookieHeader);
  return found ? (found[1] ?? null) : null;
}
