import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { channelAddress, signedCurlExample } from './signed-curl-example.ts';

/** openssl and curl are not on every machine: one signs by node, the other prints its arguments, each ended by NUL. */
const STAND_INS = `
openssl() {
  [ "$1 $2 $3" = 'dgst -sha256 -hmac' ] || return 1
  printf 'SHA2-256(stdin)= '
  '${process.execPath}' -e 'process.stdout.write(require("crypto").createHmac("sha256", process.argv[1]).update(require("fs").readFileSync(0)).digest("hex"))' "$4"
}
curl() { for argument; do printf '%s\\0' "$argument"; done; }
`;

function run(secret: string): string[] {
  const example = signedCurlExample({ address: channelAddress('https://a.example', 'k/1'), secret });
  return execFileSync('sh', ['-c', STAND_INS + example], { encoding: 'utf8' }).split('\0');
}

describe('signedCurlExample', () => {
  it('signs "timestamp.body" with the secret, as the contract says', () => {
    const secret = "it's $ECRET `x`";
    const argumentsOfCurl = run(secret);
    const header = (name: string) =>
      argumentsOfCurl.find((argument) => argument.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    const body = argumentsOfCurl[argumentsOfCurl.indexOf('--data-binary') + 1] ?? '';
    const timestamp = header('X-Dangol-Timestamp');
    expect(header('X-Dangol-Signature')).toBe(
      `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    );
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
