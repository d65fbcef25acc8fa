import { z } from 'zod';

const newcomer = z.object({
  name: z.string(),
  country: z.string().length(2),
  company: z.string().optional(),
  email: z.email().optional(),
  level: z.enum(['L1', 'L2', 'L3', 'L4']).optional(),
});
const waiting = z.union([z.object({ elapsed: z.number() }).strict(), z.object({ ago: z.number() }).strict()]);
const reply = z.union([
  z.object({ draft: z.string() }).strict(),
  z.object({ text: z.string(), language: z.literal('ko').optional() }).strict(),
]);
const answer = { took: z.number().positive(), by: z.string(), reply };
const answeredExchange = z.object({ after: z.number().positive(), text: z.string(), ...answer }).strict();
const waitingExchange = z.object({ text: z.string(), waiting }).strict();

const head = {
  /** Id of the inquiry; the message gets it as its external id. */
  inquiry: z.string(),
  channel: z.enum(['alibaba', 'aliexpress', 'email', 'web_form']),
  text: z.string(),
  /** A buyer of the order history by number, or somebody who writes for the first time. */
  from: z.union([z.number().int().positive(), newcomer]),
  /** Who is given the conversation, when nobody has answered yet. */
  assign: z.object({ by: z.string(), to: z.string(), after: z.number().positive() }).optional(),
  note: z.object({ by: z.string(), after: z.number().positive(), text: z.string() }).optional(),
};
/** When it arrived: business days ago, minutes after that day's opening (negative: the night before). */
const past = { day: z.number().int().min(0).max(20), opens: z.number() };
const ending = { ...past, took: z.number().positive(), by: z.string() };

/** One inquiry of a demo workspace and what became of it; the columns are explained in the data's README. */
export const sceneSchema = z.union([
  z.object({ ...head, waiting }).strict(),
  z
    .object({ ...head, ...past, ...answer, then: z.array(z.union([answeredExchange, waitingExchange])).optional() })
    .strict(),
  z.object({ ...head, ...ending, decline: z.string() }).strict(),
  z.object({ ...head, ...ending, spam: z.string() }).strict(),
]);

export type Scene = z.infer<typeof sceneSchema>;
export type PastScene = Exclude<Scene, { waiting: unknown }>;
export type SceneReply = z.infer<typeof reply>;
export type WaitingSince = z.infer<typeof waiting>;
export type Newcomer = z.infer<typeof newcomer>;
