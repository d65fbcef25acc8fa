import { runCasesCommand } from './cases.command.ts';

const path = (relative: string) => new URL(relative, import.meta.url).pathname;
const EXAMPLES = path('../../../../libs/crm/src/sla/fixtures/sla-examples.json');

describe('npm run cases', () => {
  it('runs the examples and ends with the count', async () => {
    const { exitCode, stdout, stderr } = await runCasesCommand(['sla', EXAMPLES]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n').at(-1)).toBe('60 passed, 0 failed');
  });

  it('prints only the report as JSON when asked, wherever the option stands', async () => {
    const { stdout } = await runCasesCommand(['--json', 'sla', EXAMPLES]);
    expect(JSON.parse(stdout)).toEqual({ passed: 60, failed: 0, differences: [] });
  });

  it('explains itself', async () => {
    expect(await runCasesCommand(['--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('SET FILE'),
    });
  });

  it.each([
    [[], /Expected a set and one file/],
    [['sla'], /Expected a set and one file/],
    [['sla', EXAMPLES, EXAMPLES], /Expected a set and one file/],
    [['sla', EXAMPLES, '--yaml'], /Unknown option --yaml/],
    [['toString', EXAMPLES], /Unknown case set "toString". Known sets: sla/],
    [['sla', path('./none.json')], /ENOENT/],
    [['sla', path('./cases.main.ts')], /JSON/],
    [['sla', path('../../project.json')], /not a business-time\/1 file/],
  ])('answers %j with exit code 2 and nothing on stdout', async (args, message) => {
    const outcome = await runCasesCommand(args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
  });
});
