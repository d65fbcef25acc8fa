import { newId } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { ChannelPlatform, SaveChannelRulesUseCase, SaveChannelUseCase } from '../channels/index.ts';
import { LogCallUseCase, RecordInquiryUseCase } from '../inbox/index.ts';
import type { Cue } from './demo-stage.ts';
import { done } from './done.ts';
import type { SeededMember, SeededWorkspace } from './set-up-workspace.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Calls that somebody wrote down: days ago, the hour of it in Seoul, and after how many minutes a call answered. */
const CALLS = [
  {
    daysAgo: 9,
    person: { name: 'Markus Feld', company: 'Feldhaus GmbH', email: 'm.feld@feldhaus.example', country: 'DE' },
    asked:
      'Met at our booth in Seoul. Wants 3,000 tubes of the cushion with a German label; asked for the CPNP number.',
    answeredAfterMinutes: 45,
    answer: 'Called back. CPNP is registered; he sends the label file this week and wants a sample first.',
  },
  {
    daysAgo: 3,
    person: { name: 'Ines Duarte', company: 'Bela Casa', phone: '+351 21 123 4567', country: 'PT' },
    asked: 'Asked by phone whether 200 pieces mixed over four shades are possible, and when they could ship.',
    answeredAfterMinutes: 20,
    answer: 'Yes from 50 a shade; ships within 12 working days after payment. She orders by e-mail.',
  },
] as const;

/** The phone as a channel, with two calls that were answered by calls. */
export async function bringHandEntries(
  app: INestApplicationContext,
  workspace: SeededWorkspace,
  member: SeededMember,
  now: Date,
): Promise<Cue[]> {
  const channelId = newId();
  const name = '전화·전시회 Phone & fair';
  await done(app.get(SaveChannelUseCase).createManual(workspace.owner.ctx, { id: channelId, name, platform: ChannelPlatform.PHONE })); // prettier-ignore
  return CALLS.flatMap(({ daysAgo, person, asked, answeredAfterMinutes, answer }): Cue[] => {
    // 11:00 in Seoul of that day, which is 02:00 UTC
    const at = new Date(Math.floor((now.getTime() - daysAgo * DAY_MS) / DAY_MS) * DAY_MS + 2 * HOUR_MS);
    const answeredAt = new Date(at.getTime() + answeredAfterMinutes * 60_000);
    let conversationId = '';
    return [
      {
        atMs: at.getTime(),
        act: async () => {
          const outcome = await done(app.get(RecordInquiryUseCase).execute(member.ctx, { id: newId(), channelId, at, text: asked, ...person })); // prettier-ignore
          if ('conversationId' in outcome) conversationId = outcome.conversationId;
        },
      },
      {
        atMs: answeredAt.getTime(),
        act: async () => {
          await done(app.get(LogCallUseCase).execute(member.ctx, { id: newId(), conversationId, at: answeredAt, text: answer })); // prettier-ignore
        },
      },
    ];
  });
}

/** What the channels promise and leave out. Said last, so that the past of the demo is as it was before. */
export async function setChannelRules(
  app: INestApplicationContext,
  { owner, channels }: SeededWorkspace,
): Promise<void> {
  const rules = app.get(SaveChannelRulesUseCase);
  const mail = channels.get('email');
  const form = channels.get('web_form');
  if (mail) await done(rules.saveRules(owner.ctx, { id: mail.id, excludedSenders: ['@newsletter.example', 'noreply@fair.example'] })); // prettier-ignore
  if (form)
    await done(
      rules.saveAutoReply(owner.ctx, {
        channelId: form.id,
        enabled: true,
        onlyOutOfHours: true,
        texts: [
          { language: 'en', text: 'Thank you for your inquiry. It has reached us, and we will answer as soon as our office in Seoul opens.' }, // prettier-ignore
          { language: 'es', text: 'Gracias por su consulta. La hemos recibido y responderemos en cuanto abra nuestra oficina en Seúl.' }, // prettier-ignore
          { language: 'ko', text: '문의해 주셔서 감사합니다. 잘 받았으며 업무 시간에 바로 답변드리겠습니다.' },
        ],
      }),
    );
}
