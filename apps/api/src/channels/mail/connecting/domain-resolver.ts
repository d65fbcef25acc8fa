import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import type { LookUpTexts } from './check-domain.ts';

const PATIENCE_MS = 3_000;
const TRIES = 2;

/** Asks the name servers of this machine for TXT records. */
@Injectable()
export class DomainResolver {
  private readonly resolver = new Resolver({ timeout: PATIENCE_MS, tries: TRIES });

  readonly texts: LookUpTexts = async (name) => {
    try {
      return (await this.resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
    } catch (error) {
      const { code } = Object(error) as { code?: unknown };
      return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : null;
    }
  };
}
