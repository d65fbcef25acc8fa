import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { DueTimeMover } from './move-due-times.ts';
import { countOpenInquiries } from './open-clocks.query.ts';

/** From here on moving due times would keep the person, and everybody who answers, waiting: a job does it. */
const AT_ONCE = 5_000;
/** A message that arrived while rules were being saved may have been measured by the old ones; this is when it is looked for. */
const LOOK_AGAIN_MS = 10_000;

/** How open inquiries will follow rules that are being saved. */
export interface PlannedMove {
  readonly openInquiries: number;
  /** When the job should look; null for at once, because it has everything to do. */
  readonly lookAgainAt: Date | null;
  /** Moves what waits now that the rules are stored; answers how many got another due time, null when the job does it. */
  readonly move: () => Promise<number | null>;
}

/** Decides whether what waits follows saved hours or targets at once or by a job. */
@Injectable()
export class MoveOpenClocks {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mover: DueTimeMover,
    private readonly clock: Clock,
  ) {}

  /** Before the rules are stored, in their unit. */
  async plan(ctx: TenantContext): Promise<PlannedMove> {
    const openInquiries = await countOpenInquiries(this.database, ctx);
    if (openInquiries > AT_ONCE) return { openInquiries, lookAgainAt: null, move: () => Promise.resolve(null) };
    return {
      openInquiries,
      lookAgainAt: new Date(this.clock.now().getTime() + LOOK_AGAIN_MS),
      move: async () => (await this.mover.move(ctx, AT_ONCE, 'inquiries')).moved,
    };
  }
}
