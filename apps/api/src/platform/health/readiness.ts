import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';

/** What the process needs before it can serve. */
export interface ReadinessReport {
  readonly database: 'ok' | 'unreachable';
  readonly migrations: 'ok' | 'pending' | 'unknown';
}

const PATIENCE_MS = 2_000;
const UNDEFINED_TABLE = '42P01';

/** Checks the database and whether its schema is the one this build was made for. */
@Injectable()
export class Readiness {
  /** A schema never goes back while processes run, so a good answer is not asked for twice. */
  private migrated = false;

  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Answers within two seconds, whatever the database does. */
  async check(): Promise<ReadinessReport> {
    try {
      const migrated = await withinPatience(this.look());
      return { database: 'ok', migrations: migrated ? 'ok' : 'pending' };
    } catch {
      return { database: 'unreachable', migrations: 'unknown' };
    }
  }

  private async look(): Promise<boolean> {
    await this.source.query('select 1');
    this.migrated ||= await this.newestMigrationIsDone();
    return this.migrated;
  }

  /** Asked over the direct URL: the application's role may not read the list of migrations. */
  private async newestMigrationIsDone(): Promise<boolean> {
    const names = this.source.migrations.map(({ name, constructor }) => name ?? constructor.name).sort();
    const client = new Client({ connectionString: this.env.database.directUrl, connectionTimeoutMillis: PATIENCE_MS });
    try {
      await client.connect();
      const { rowCount } = await client.query('select from migrations where name = any ($1)', [names]);
      return rowCount === names.length;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return false;
      throw error;
    } finally {
      await client.end();
    }
  }
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
