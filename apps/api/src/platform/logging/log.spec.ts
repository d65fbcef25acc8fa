import { createLog, withLogScope } from './log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('errors that quote data lose their message, also as a cause', () => {
  const database = Object.assign(new Error('invalid input syntax for type uuid: "private words"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (email)=(someone@example.com) already exists.',
    parameters: ['private words'],
    constraint: 'members_account_key',
  });
  const [line] = linesOf((log) => {
    log.error({ err: new Error('could not store', { cause: database }) });
  });
  expect(line?.['err']).toMatchObject({
    message: 'could not store',
    cause: { code: '22P02', constraint: 'members_account_key' },
  });
  expect(JSON.stringify(line)).not.toMatch(/private words|someone@example.com/);
});

test('broken JSON is not quoted', () => {
  const [line] = linesOf((log) => {
    try {
      JSON.parse('{"text": "private words');
    } catch (error) {
      log.error({ err: error });
    }
  });
  expect(JSON.stringify(line)).not.toContain('private');
  expect(line?.['err']).toMatchObject({ type: 'SyntaxError' });
});

test('whole objects logged by mistake are hidden where they hold secrets or texts', () => {
  const [line] = linesOf((log) =>
    log.info({ input: { password: 'p-1', token: 't-1', text: 'words-1' }, html: 'words-2', id: 'kept' }),
  );
  expect(JSON.stringify(line)).not.toMatch(/p-1|t-1|words-/);
  expect(line?.['id']).toBe('kept');
});

test('lines know the request or job they were written in', async () => {
  const lines = linesOf((log) => {
    withLogScope({ requestId: 'r-1' }, () => log.info('inside'));
    log.info('outside');
  });
  expect(lines.map((line) => line['requestId'])).toEqual(['r-1', undefined]);
});
