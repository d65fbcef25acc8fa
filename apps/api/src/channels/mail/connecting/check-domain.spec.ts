import { checkDomain } from './check-domain.ts';

/** Look-ups of a zone: a name that is not in it has no record, one that is null does not answer. */
const zone = (records: Record<string, string[] | null>) => (name: string) =>
  Promise.resolve(Object.hasOwn(records, name) ? records[name]! : []);
const check = async (records: Record<string, string[] | null>, selectors: string[] = [], domain = 'us.example') =>
  Object.fromEntries((await checkDomain(domain, selectors, zone(records))).map((one) => [one.record, one]));

const KEY = Buffer.alloc(294, 7).toString('base64');

it('a domain that says everything is well', async () => {
  const found = await checkDomain(
    'us.example',
    ['s2026'],
    zone({
      'us.example': ['google-site-verification=x', 'v=spf1 include:_spf.example -all'],
      's2026._domainkey.us.example': [`v=DKIM1; k=rsa; p=${KEY}`],
      '_dmarc.us.example': ['v=DMARC1; p=quarantine; rua=mailto:x@us.example'],
    }),
  );
  expect(found.map(({ record, state, reason }) => [record, state, reason])).toEqual([
    ['SPF', 'OK', 'SPF_OK'],
    ['DKIM', 'OK', 'DKIM_OK'],
    ['DMARC', 'OK', 'DMARC_OK'],
  ]);
  expect(found[0]!.published).toBe('v=spf1 include:_spf.example -all');
});

it.each([
  [[], 'MISSING', 'SPF_MISSING'],
  [['v=spf1 ~all'], 'OK', 'SPF_SOFT_FAIL'],
  [['v=spf1 +all'], 'WEAK', 'SPF_ALL_OPEN'],
  [['v=spf1 mx all'], 'WEAK', 'SPF_ALL_OPEN'],
  [['v=spf1 mx ?all'], 'WEAK', 'SPF_ALL_NEUTRAL'],
  [['v=spf1 mx'], 'WEAK', 'SPF_NO_ALL'],
  [['v=spf1 redirect=_spf.example'], 'OK', 'SPF_OK'],
  [['v=spf1 -all', 'v=spf1 mx -all'], 'INVALID', 'SPF_TWICE'],
  [
    [`v=spf1 ${Array.from({ length: 11 }, (_, n) => `include:${n}.example`).join(' ')} -all`],
    'INVALID',
    'SPF_TOO_MANY_LOOKUPS',
  ],
  [['v=spf10 -all'], 'MISSING', 'SPF_MISSING'],
  [null, 'UNKNOWN', 'LOOKUP_FAILED'],
])('SPF %j is %s, %s', async (texts, state, reason) => {
  expect((await check({ 'us.example': texts }))['SPF']).toMatchObject({ state, reason });
});

it.each([
  [{ 's1._domainkey.us.example': [`p=${KEY}`] }, ['s1'], 'OK', 'DKIM_OK'],
  [{}, ['s1'], 'MISSING', 'DKIM_KEY_MISSING'],
  [{ 's1._domainkey.us.example': null }, ['s1'], 'UNKNOWN', 'LOOKUP_FAILED'],
  [{}, [], 'UNKNOWN', 'DKIM_SELECTOR_UNKNOWN'],
  [{ 'google._domainkey.us.example': [`v=DKIM1; p=${KEY}`] }, [], 'OK', 'DKIM_OK'],
  [{ 's1._domainkey.us.example': ['v=DKIM1; p='] }, ['s1'], 'INVALID', 'DKIM_KEY_REVOKED'],
  [{ 's1._domainkey.us.example': ['v=DKIM1; p=!!'] }, ['s1'], 'INVALID', 'DKIM_KEY_UNREADABLE'],
  [{ 's1._domainkey.us.example': [`v=DKIM1; p=${KEY.slice(0, 216)}`] }, ['s1'], 'WEAK', 'DKIM_KEY_SHORT'],
  [{ 's1._domainkey.us.example': [`v=DKIM1; k=ed25519; p=${KEY.slice(0, 44)}`] }, ['s1'], 'OK', 'DKIM_OK'],
])('DKIM %j seen with %j is %s, %s', async (records, selectors, state, reason) => {
  expect((await check(records, selectors))['DKIM']).toMatchObject({ state, reason });
});

it.each([
  [{}, 'MISSING', 'DMARC_MISSING'],
  [{ '_dmarc.us.example': ['v=DMARC1; p=none'] }, 'WEAK', 'DMARC_POLICY_NONE'],
  [{ '_dmarc.us.example': ['v=DMARC1'] }, 'INVALID', 'DMARC_POLICY_INVALID'],
  [{ '_dmarc.us.example': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] }, 'INVALID', 'DMARC_TWICE'],
  [{ '_dmarc.us.example': null }, 'UNKNOWN', 'LOOKUP_FAILED'],
])('DMARC %j is %s, %s', async (records, state, reason) => {
  expect((await check(records))['DMARC']).toMatchObject({ state, reason });
});

it('a domain below another goes by the DMARC record above it', async () => {
  const records = { '_dmarc.us.example': ['v=DMARC1; p=reject'] };
  expect((await check(records, [], 'mail.us.example'))['DMARC']).toMatchObject({ state: 'OK' });
});
