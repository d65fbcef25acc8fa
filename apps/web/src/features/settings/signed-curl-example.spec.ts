import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { channelAddress, signedCurlExample } from './signed-curl-example.ts';

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
/** The commands need openssl, which some machines lack; the text itself is checked everywhere. */
const onMachinesWithOpenssl = has('openssl') ? it : it.skip;

/** Runs the example with a curl that only prints its arguments. */
function run(secret: string): string[] {
  const script = `curl() { for argument; do printf '%s\\0' "$argument"; done; }\n${signedCurlExample({ address: channelAddress('https://a.example', 'k/1'), secret })}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
}

describe('signedCurlExample', () => {
  onMachinesWithOpenssl('signs "timestamp.body" with the secret, as the contract says', () => {
    const secret = "it's $ECRET `x`";
    const argumentsOfCurl = run(secret);
    const header = (name: string) => argumentsOfCurl.find((argument) => argument.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    const body = argumentsOfCurl[argumentsOfCurl.indexOf('--data-binary') + 1] ?? '';
    const timestamp = header('X-Dangol-Timestamp');
    expect(header('X-Dangol-Signature')).toBe(`v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
    expect(argumentsOfCurl).toContain('https://a.example/channels/k%2F1/messages');
    expect(JSON.parse(body)).toMatchObject({ externalId: `test-${timestamp}`, sender: { name: 'Anna Kovács' } });
  });

  it('names the address and the headers of the contract', () => {
    const example = signedCurlExample({ address: 'https://a.example/channels/k/messages', secret: 's' });
    expect(example).toContain("ADDRESS='https://a.example/channels/k/messages'");
    expect(example).toContain('X-Dangol-Timestamp: $NOW');
    expect(example).toContain('X-Dangol-Signature: v1=$SIGNATURE');
  });
});
