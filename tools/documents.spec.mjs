import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps/workspace.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

describe('documents say what the code does', () => {
  it('docs/operations.md has every variable of the environment, and no other', () => {
    const env = read('apps/api/src/config/env.ts');
    const hints = env.slice(env.indexOf('const hints = {'), env.indexOf('} as const'));
    const table = read('docs/operations.md').split('## Configuration')[1].split('\n## ')[0];
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => matches(row.split('|')[1], /`([A-Z][A-Z0-9_]+)`/g)).sort();
    expect(documented).toEqual(matches(hints, /^ {2}([A-Z][A-Z0-9_]+):/gm));
  });

  it('docs/data-model.md has every table of the migrations, and no other', () => {
    const folder = 'libs/db/src/migrations';
    const migrations = readdirSync(join(root, folder))
      .filter((name) => /^\d+-.*\.ts$/.test(name) && !name.includes('spec'))
      .map((name) => read(`${folder}/${name}`))
      .join('\n');
    const rows = read('docs/data-model.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => matches(row.split('|')[1], /`(\w+)`/g)).sort();
    expect(documented).toEqual(matches(migrations, /create table (?:identity\.)?(\w+) \(/g));
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
    const example = matches(read('docker/.env.example'), /^([A-Z_]+)=/gm);
    expect(example).toEqual(matches(compose, /\$\{([A-Z_]+)/g));
    const env = read('apps/api/src/config/env.ts');
    const passed = matches(compose.split('x-server-environment')[1].split('\nservices:')[0], /^ {2}([A-Z_]+):/gm);
    expect(passed.filter((name) => !env.includes(`  ${name}: {`))).toEqual([]);
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
