import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binariesIn } from './binaries.ts';
import { makeOpenFolder, placeBinaries, placeData } from './placement.ts';
import { barrierFor } from './server-account.ts';

const STRANGER = { uid: 54_321, gid: 54_321 };
let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'dangol-placement-'));
  chmodSync(home, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folder = (name: string, mode: number) => {
  const made = path.join(home, name);
  mkdirSync(made, { recursive: true });
  chmodSync(made, mode);
  return made;
};

test('a folder that is closed to the server’s user is a barrier for everything below it, existing or not', () => {
  const closed = folder('closed', 0o700);
  expect(barrierFor(STRANGER, path.join(closed, 'a', 'b'))).toBe(closed);
  expect(barrierFor(STRANGER, closed)).toBe(closed);
  expect(barrierFor(STRANGER, path.join(folder('open', 0o711), 'a'))).toBeNull();
  symlinkSync(closed, path.join(home, 'link'));
  expect(barrierFor(STRANGER, path.join(home, 'link', 'a'))).toBe(closed);
});

test('owner and group pass by their own bits, and who runs the server as themselves has no barrier', () => {
  const closed = folder('closed', 0o710);
  const { uid, gid } = statSync(closed);
  expect(barrierFor({ uid, gid: 54_321 }, closed)).toBeNull();
  expect(barrierFor({ uid: 54_321, gid }, closed)).toBeNull();
  expect(barrierFor(STRANGER, closed)).toBe(closed);
  expect(barrierFor(null, closed)).toBeNull();
});

test('data goes where it is wanted, else always to the same other place, with a notice that names both reasons', () => {
  const notices: string[] = [];
  const place = (wanted: string) => placeData(wanted, STRANGER, (text) => notices.push(text));
  const open = path.join(home, 'data');
  expect(place(open)).toBe(open);
  expect(notices).toEqual([]);
  const closed = folder('closed', 0o700);
  const [one, again, other] = [
    place(path.join(closed, 'x')),
    place(path.join(closed, 'x')),
    place(path.join(closed, 'y')),
  ];
  expect(one).toBe(again);
  expect(one).not.toBe(other);
  expect(notices[0]).toContain(one);
  expect(notices[0]).toContain(closed);
});

test('binaries that cannot be reached are copied once, links and modes included', () => {
  const native = path.join(folder('closed', 0o700), 'native');
  mkdirSync(path.join(native, 'bin'), { recursive: true });
  writeFileSync(path.join(native, 'bin', 'postgres'), 'program', { mode: 0o755 });
  symlinkSync('postgres', path.join(native, 'bin', 'link'));
  const shared = path.join(home, 'shared', 'deep');
  const placed = placeBinaries(binariesIn(native, '18.4'), STRANGER, shared);
  expect(placed.home).toBe(path.join(shared, 'postgresql-18.4'));
  expect(readFileSync(path.join(placed.home, 'bin', 'link'), 'utf8')).toBe('program');
  expect(statSync(placed.postgres).mode & 0o755).toBe(0o755);
  expect(barrierFor(STRANGER, placed.home)).toBeNull();
  rmSync(native, { recursive: true });
  expect(placeBinaries(binariesIn(native, '18.4'), STRANGER, shared)).toEqual(placed);
});

test('binaries that can be reached stay where they are', () => {
  const binaries = binariesIn(folder('open', 0o755), '18.4');
  expect(placeBinaries(binaries, STRANGER, path.join(home, 'shared'))).toBe(binaries);
  expect(existsSync(path.join(home, 'shared'))).toBe(false);
});

test('folders are made open under any umask, and those that existed keep their mode', () => {
  const before = process.umask(0o077);
  try {
    const kept = folder('kept', 0o750);
    makeOpenFolder(path.join(kept, 'a', 'b'));
    expect(['', 'a', 'a/b'].map((name) => statSync(path.join(kept, name)).mode & 0o777)).toEqual([0o750, 0o755, 0o755]);
  } finally {
    process.umask(before);
  }
});
