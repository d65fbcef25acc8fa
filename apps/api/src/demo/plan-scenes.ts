import { addBusinessTime, businessSecondsBetween, type CompiledCalendar } from '@dangol/crm';
import type { PastScene, Scene, SceneReply, WaitingSince } from './scene.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Figures of Home look 30 days back; what happened the night before the oldest day must still be inside. */
const DAYS_BACK = 29;
/** `day` of the scenes counts from 0 to this. */
const OLDEST_DAY = 20;
/** A buyer who would write again before a longer pause than this waits for the morning we are back. */
const LONGEST_PAUSE_MS = 14 * 60 * MINUTE_MS;
const BEFORE_OPENING_MS = 90 * MINUTE_MS;

/** What somebody does in a scene. `index` counts the buyer's messages. */
export type SceneAct =
  | { readonly kind: 'message'; readonly index: number; readonly text: string }
  | { readonly kind: 'reply'; readonly by: string; readonly reply: SceneReply }
  | { readonly kind: 'note'; readonly by: string; readonly text: string }
  | { readonly kind: 'assign'; readonly by: string; readonly to: string }
  | { readonly kind: 'decline' | 'spam'; readonly by: string; readonly reason: string };

/** An act with its instant. */
export interface PlannedAct {
  readonly atMs: number;
  readonly scene: Scene;
  readonly act: SceneAct;
}

/**
 * Places the scenes in the 30 days before `nowMs`, oldest act first: what was answered, inside business hours; what waits,
 * so long before now that its due time is where the scene wants it, whatever weekday or hour it is.
 */
export function planScenes(scenes: readonly Scene[], calendar: CompiledCalendar, nowMs: number): PlannedAct[] {
  const openings = recentOpenings(calendar, nowMs);
  return scenes
    .flatMap((scene) =>
      'day' in scene ? planPast(scene, calendar, openings, nowMs) : planWaiting(scene, calendar, nowMs),
    )
    .sort((left, right) => left.atMs - right.atMs);
}

function planWaiting(scene: Exclude<Scene, PastScene>, calendar: CompiledCalendar, nowMs: number): PlannedAct[] {
  const atMs = arrivalOf(scene, scene.waiting, calendar, nowMs);
  return [{ atMs, scene, act: { kind: 'message', index: 0, text: scene.text } }, ...asidesOf(scene, atMs, calendar)];
}

/** On its day, or on an earlier one when it would not be over by now. */
function planPast(
  scene: PastScene,
  calendar: CompiledCalendar,
  openings: readonly number[],
  nowMs: number,
): PlannedAct[] {
  const wanted = Math.round((scene.day * (openings.length - 1)) / OLDEST_DAY);
  for (const openingMs of openings.slice(wanted)) {
    const acts = actsOf(scene, openingMs, calendar);
    const again = waitsAgain(scene, calendar, nowMs);
    const latestMs = Math.max(...acts.map(({ atMs }) => atMs));
    if (latestMs < (again[0]?.atMs ?? nowMs) - MINUTE_MS) return [...acts, ...again];
  }
  throw new Error(`${scene.inquiry} finds no day in the last ${DAYS_BACK}`);
}

function actsOf(scene: PastScene, openingMs: number, calendar: CompiledCalendar): PlannedAct[] {
  const later = (fromMs: number, minutes: number) =>
    addBusinessTime(calendar, fromMs, minutes * 60 + oddSeconds(scene.inquiry));
  const arrivedMs = openingMs + scene.opens * MINUTE_MS + oddSeconds(scene.inquiry) * 1000;
  const acts: PlannedAct[] = [
    { atMs: arrivedMs, scene, act: { kind: 'message', index: 0, text: scene.text } },
    ...asidesOf(scene, arrivedMs, calendar),
  ];
  let endedMs = later(arrivedMs, scene.took);
  acts.push({ atMs: endedMs, scene, act: endOf(scene) });
  for (const [i, exchange] of ('then' in scene ? (scene.then ?? []) : []).entries()) {
    if ('waiting' in exchange) continue;
    const atMs = beforeNoLongPause(endedMs + exchange.after * MINUTE_MS, calendar);
    endedMs = later(atMs, exchange.took);
    acts.push({ atMs, scene, act: { kind: 'message', index: i + 1, text: exchange.text } });
    acts.push({ atMs: endedMs, scene, act: { kind: 'reply', by: exchange.by, reply: exchange.reply } });
  }
  return acts;
}

function endOf(scene: PastScene): SceneAct {
  if ('reply' in scene) return { kind: 'reply', by: scene.by, reply: scene.reply };
  if ('spam' in scene) return { kind: 'spam', by: scene.by, reason: scene.spam };
  return { kind: 'decline', by: scene.by, reason: scene.decline };
}

/** The buyer of an answered inquiry has written once more and waits now. */
function waitsAgain(scene: PastScene, calendar: CompiledCalendar, nowMs: number): PlannedAct[] {
  const exchanges = 'then' in scene ? (scene.then ?? []) : [];
  return exchanges.flatMap((exchange, i): PlannedAct[] =>
    'waiting' in exchange
      ? [
          {
            atMs: arrivalOf(scene, exchange.waiting, calendar, nowMs),
            scene,
            act: { kind: 'message', index: i + 1, text: exchange.text },
          },
        ]
      : [],
  );
}

/** What colleagues do meanwhile. */
function asidesOf(scene: Scene, arrivedMs: number, calendar: CompiledCalendar): PlannedAct[] {
  const { note, assign } = scene;
  const after = (minutes: number) => addBusinessTime(calendar, arrivedMs, minutes * 60);
  const asides: PlannedAct[] = [];
  if (note) asides.push({ atMs: after(note.after), scene, act: { kind: 'note', by: note.by, text: note.text } });
  if (assign) asides.push({ atMs: after(assign.after), scene, act: { kind: 'assign', by: assign.by, to: assign.to } });
  return asides;
}

function arrivalOf({ inquiry }: Scene, since: WaitingSince, calendar: CompiledCalendar, nowMs: number): number {
  if ('ago' in since) return nowMs - since.ago * MINUTE_MS - oddSeconds(inquiry) * 1000;
  return instantBefore(calendar, nowMs, since.elapsed * 60 + oddSeconds(inquiry));
}

/** The latest instant from which `seconds` of business time have passed at `nowMs`. */
export function instantBefore(calendar: CompiledCalendar, nowMs: number, seconds: number): number {
  let earlyMs = nowMs - DAYS_BACK * DAY_MS;
  let lateMs = nowMs;
  while (lateMs - earlyMs > 1) {
    const middleMs = Math.floor((earlyMs + lateMs) / 2);
    if (businessSecondsBetween(calendar, middleMs, nowMs) >= seconds) earlyMs = middleMs;
    else lateMs = middleMs;
  }
  return earlyMs;
}

/** First opening of each business day of the last weeks, the newest first. */
function recentOpenings(calendar: CompiledCalendar, nowMs: number): number[] {
  const today = Math.floor(nowMs / DAY_MS);
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => today - back);
  return days
    .flatMap((day) => calendar.openOn(day).ranges[0]?.startMs ?? [])
    .filter((openingMs) => openingMs < nowMs && openingMs > nowMs - DAYS_BACK * DAY_MS);
}

/** Nobody is there until next week: the buyer's next message comes the morning they are. */
function beforeNoLongPause(atMs: number, calendar: CompiledCalendar): number {
  const nextOpenMs = addBusinessTime(calendar, atMs, 1) - 1000;
  return nextOpenMs - atMs > LONGEST_PAUSE_MS ? nextOpenMs - BEFORE_OPENING_MS : atMs;
}

/** Nobody writes exactly at the full minute; the same scene always gets the same seconds. */
function oddSeconds(inquiry: string): number {
  return [...inquiry].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 60, 7);
}
