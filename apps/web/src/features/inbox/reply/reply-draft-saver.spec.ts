import { jest } from '@jest/globals';
import { ReplyDraftSaver, type ReplyText, type SaveState } from './reply-draft-saver.ts';

const reply = (text: string): ReplyText => ({ text, draftId: null });

describe('ReplyDraftSaver', () => {
  let saved: string[];
  let states: SaveState['kind'][];
  let answer: (reply: ReplyText) => Promise<string | null>;
  let saver: ReplyDraftSaver;

  beforeEach(() => {
    jest.useFakeTimers();
    saved = [];
    states = [];
    answer = () => Promise.resolve('2026-03-02T01:42:00Z');
    saver = new ReplyDraftSaver({
      save: (it) => {
        saved.push(it.text);
        return answer(it);
      },
      onState: ({ kind }) => states.push(kind),
    });
  });

  afterEach(() => jest.useRealTimers());

  it('saves the newest text once typing pauses', async () => {
    saver.change(reply('a'));
    saver.change(reply('ab'));
    await jest.advanceTimersByTimeAsync(800);
    expect(saved).toEqual(['ab']);
    expect(states.at(-1)).toBe('saved');
    expect(saver.pending).toBe(false);
  });

  it('is never two seconds behind somebody who keeps typing', async () => {
    for (let i = 0; i < 20; i += 1) {
      saver.change(reply('x'.repeat(i + 1)));
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThanOrEqual(1);
    expect(saved[0]!.length).toBeLessThanOrEqual(16);
  });

  it('never lets an older text land after a newer one', async () => {
    let release = (_: string | null): void => undefined;
    answer = () => new Promise((resolve) => (release = resolve));
    saver.change(reply('old'));
    await jest.advanceTimersByTimeAsync(800);
    saver.change(reply('new'));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(['old']);
    answer = () => Promise.resolve('2026-03-02T01:43:00Z');
    release('2026-03-02T01:42:00Z');
    await jest.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['old', 'new']);
  });

  it('tries again until the server has it, and says so meanwhile', async () => {
    answer = () => Promise.resolve(null);
    saver.change(reply('kept'));
    await jest.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe('failed');
    expect(saver.pending).toBe(true);
    answer = () => Promise.resolve('2026-03-02T01:43:00Z');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(saved).toEqual(['kept', 'kept']);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends nothing after the text was dropped', async () => {
    saver.change(reply('sent already'));
    void saver.drop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual([]);
  });

  it('lets a reply leave only when no save of its text can land behind it', async () => {
    let release = (_: string | null): void => undefined;
    answer = () => new Promise((resolve) => (release = resolve));
    saver.change(reply('sent'));
    await jest.advanceTimersByTimeAsync(800);
    let dropped = false;
    void saver.drop().then(() => (dropped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(dropped).toBe(false);
    release('2026-03-02T01:42:00Z');
    await jest.advanceTimersByTimeAsync(0);
    expect(dropped).toBe(true);
  });

  it('saves what waits when it is stopped, without calling back', async () => {
    saver.change(reply('leaving'));
    states = [];
    saver.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual(['leaving']);
  });
});
