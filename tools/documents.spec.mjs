import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps/workspace.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

/** The variables of the environment, by the hints that say what each one takes. */
function variables() {
  const files = ['apps/api/src/config/env.ts', 'apps/api/src/config/file-variables.ts'].map(read);
  const hints = files.map((text) => text.slice(text.search(/const \w*hints\w* = \{/i), text.indexOf('} as const')));
  return matches(hints.join('\n'), /^ {2}([A-Z][A-Z0-9_]+):/gm);
}

describe('documents say what the code does', () => {
  it('docs/operations.md has every variable of the environment, and no other', () => {
    const table = read('docs/operations.md').split('## Configuration')[1].split('\n## ')[0];
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => matches(row.split('|')[1], /`([A-Z][A-Z0-9_]+)`/g)).sort();
    expect(documented).toEqual(variables());
  });

  it('docs/data-model.md has every table of the migrations, and no other', () => {
    const folder = 'libs/db/src/migrations';
    const migrations = readdirSync(join(root, folder))
      .filter((name) => /^\d+-.*\.ts$/.test(name) && !name.includes('spec'))
      .map((name) => read(`${folder}/${name}`));
    // What the way forward of a later migration drops is there no more.
    const dropped = new Set(migrations.flatMap((text) => matches(text.split('async down(')[0], /drop table (\w+)/g)));
    const rows = read('docs/data-model.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => matches(row.split('|')[1], /`(\w+)`/g)).sort();
    const tables = matches(migrations.join('\n'), /create table (?:identity\.)?(\w+) \(/g);
    expect(documented).toEqual(tables.filter((table) => !dropped.has(table)));
  });

  it('docs/api.md has every code the webhook answers with', () => {
    const folder = 'apps/api/src/channels';
    const sources = [
      'delivery-rate.ts',
      'inbound.route.ts',
      'receive-message.use-case.ts',
      'webhook-signature.ts',
      'inbound-message.schema.ts',
    ];
    const code = sources.map((name) => read(`${folder}/${name}`)).join('\n');
    const codes = matches(code, /'([A-Z]+_[A-Z_]+|UNAVAILABLE)'/g).filter(
      (name) => !/^(APPLY_INBOUND_MESSAGE|BAD_REQUEST)$/.test(name),
    );
    const api = read('docs/api.md');
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((name) => !api.includes(`\`${name}\``))).toEqual([]);
  });

  it('docker/.env.example has every variable of the compose file, and the compose file passes only variables that exist', () => {
    const compose = read('docker/compose.yaml');
    const example = matches(read('docker/.env.example'), /^([A-Z0-9_]+)=/gm);
    expect(example).toEqual(matches(compose, /\$\{([A-Z0-9_]+)/g));
    const passed = matches(compose.split('x-server-environment')[1].split('\nservices:')[0], /^ {2}([A-Z0-9_]+):/gm);
    expect(passed.filter((name) => !variables().includes(name))).toEqual([]);
  });

  it('every link between documents leads somewhere', () => {
    const documents = ['README.md', 'docs/operations.md', 'docs/api.md', 'docs/data-model.md'];
    const broken = documents.flatMap((document) =>
      matches(read(document), /(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)/g).filter(
        (link) => !existsSync(join(root, dirname(document), link)),
      ),
    );
    expect(broken).toEqual([]);
  });
});
