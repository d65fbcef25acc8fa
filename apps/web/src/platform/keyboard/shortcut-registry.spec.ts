import { jest } from '@jest/globals';
import { ShortcutRegistry } from './shortcut-registry.ts';

const press = (code: string, ctrlKey = false) => ({ code, ctrlKey, metaKey: false, altKey: false, shiftKey: false });
const free = { typing: false, inDialog: false };
const entry = (keys: string, run: () => void, more: { whileTyping?: boolean } = {}) => ({
  keys,
  run,
  label: keys,
  group: 'g',
  ...more,
});

function registryWith(...shortcuts: ReturnType<typeof entry>[]) {
  const registry = new ShortcutRegistry();
  registry.add(() => shortcuts);
  return registry;
}

describe('ShortcutRegistry', () => {
  it('runs a sequence whose keys follow each other in time', () => {
    const run = jest.fn();
    const registry = registryWith(entry('g h', run));
    expect(registry.handle(press('KeyG'), 0, free)).toBe(true);
    expect(registry.handle(press('KeyH'), 1_100, free)).toBe(true);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('forgets a first key that was too long ago', () => {
    const run = jest.fn();
    const registry = registryWith(entry('g h', run));
    registry.handle(press('KeyG'), 0, free);
    expect(registry.handle(press('KeyH'), 1_300, free)).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it('starts over when the second key fits nothing', () => {
    const home = jest.fn();
    const reply = jest.fn();
    const registry = registryWith(entry('g h', home), entry('r', reply));
    registry.handle(press('KeyG'), 0, free);
    registry.handle(press('KeyR'), 100, free);
    expect(reply).toHaveBeenCalledTimes(1);
    registry.handle(press('KeyH'), 200, free);
    expect(home).not.toHaveBeenCalled();
  });

  it('is inert while typing, save for what asks to work there', () => {
    const reply = jest.fn();
    const send = jest.fn();
    const registry = registryWith(entry('r', reply), entry('mod+enter', send, { whileTyping: true }));
    const typing = { typing: true, inDialog: false };
    expect(registry.handle(press('KeyR'), 0, typing)).toBe(false);
    expect(registry.handle(press('Enter', true), 10, typing)).toBe(true);
    expect(reply).not.toHaveBeenCalled();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('rests behind a dialog, even where it works while typing', () => {
    const registry = registryWith(entry('r', jest.fn()), entry('mod+enter', jest.fn(), { whileTyping: true }));
    const inDialog = { typing: false, inDialog: true };
    expect(registry.handle(press('KeyR'), 0, inDialog)).toBe(false);
    expect(registry.handle(press('Enter', true), 10, inDialog)).toBe(false);
  });

  it('can be switched off, but for combinations with Ctrl or Cmd', () => {
    const registry = registryWith(entry('r', jest.fn()), entry('mod+k', jest.fn()));
    registry.disabled = true;
    expect(registry.handle(press('KeyR'), 0, free)).toBe(false);
    expect(registry.handle(press('KeyK', true), 10, free)).toBe(true);
  });

  it('lets what was registered last win, until it goes', () => {
    const page = jest.fn();
    const record = jest.fn();
    const registry = registryWith(entry('r', page));
    const remove = registry.add(() => [entry('r', record)]);
    registry.handle(press('KeyR'), 0, free);
    remove();
    registry.handle(press('KeyR'), 10, free);
    expect([record.mock.calls.length, page.mock.calls.length]).toEqual([1, 1]);
  });
});
