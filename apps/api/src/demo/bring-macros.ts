import { isRefused, newId } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { SaveMacroUseCase } from '../macros/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { DEMO_MACROS } from './demo-macros.ts';

/** The prepared replies of the team. */
export async function bringMacros(app: INestApplicationContext, ctx: RequestContext): Promise<void> {
  for (const { name, asksForFiles = false, en, ko, es } of DEMO_MACROS) {
    const texts = Object.entries({ en, ko, es }).map(([language, text]) => ({ language, text }));
    const saved = await app.get(SaveMacroUseCase).execute(ctx, { id: newId(), name, texts, asksForFiles });
    if (isRefused(saved)) throw new Error(`The macro ${name} was refused: ${saved.refusal.code}`);
  }
}
