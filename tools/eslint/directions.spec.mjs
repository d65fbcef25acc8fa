import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../eslint.config.mjs';
import { entries } from './resolve-by-path.cjs';
import { directions } from './directions.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** The house's own configuration; files that exist nowhere have no types, so only named fixtures use type-aware rules. */
const linter = (...more) => new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...config, ...more] });
const untyped = linter({ files: ['**/*'], ...tseslint.configs.disableTypeChecked });
const typed = linter();
const needsTypes = new Set(['@typescript-eslint/no-floating-promises']);

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.fails.ts'))
  .map((name) => name.slice(0, -'.fails.ts'.length));

/** Lints a fixture as if it sat at the path its first line names. */
async function lint(fixture, kind) {
  const text = readFileSync(`${folder}${fixture}.${kind}.ts`, 'utf8');
  const [, at, rule] = /^\/\/ at: (\S+)\n\/\/ rule: (\S+)\n/.exec(text) ?? [];
  const eslint = needsTypes.has(rule) ? typed : untyped;
  const [{ messages }] = await eslint.lintText(text, { filePath: root + at });
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return { rule, text, messages: messages.filter((message) => message.ruleId === rule), all: messages };
}

describe('lint rules of the house', () => {
  it.each(fixtures)(
    '%s: the fixture fails',
    async (fixture) => {
      const { rule, text, messages } = await lint(fixture, 'fails');
      // A direction fixture holds several wrong imports: each must be reported, not only the first.
      const imports = text.match(/^(?:import|export \*).* from |await import\(/gm) ?? [];
      const expected = rule === 'boundaries/dependencies' ? imports.length : 1;
      expect(messages).toHaveLength(expected);
    },
    60_000,
  );

  it.each(fixtures)(
    '%s: the twin passes',
    async (fixture) => {
      const { messages } = await lint(fixture, 'passes');
      expect(messages).toEqual([]);
    },
    60_000,
  );

  it('has a fixture for every direction', () => {
    expect(directions.map(({ name }) => name).filter((name) => !fixtures.includes(name))).toEqual([]);
  });

  it('resolves the packages as TypeScript does', () => {
    const { paths } = JSON.parse(readFileSync(`${root}tsconfig.base.json`, 'utf8')).compilerOptions;
    expect(entries).toEqual(Object.fromEntries(Object.entries(paths).map(([name, [path]]) => [name, path.slice(2)])));
  });
});
