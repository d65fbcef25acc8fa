/** What is published about a domain, and what it is worth. */
export interface DomainFinding {
  readonly record: 'SPF' | 'DKIM' | 'DMARC';
  readonly state: 'OK' | 'WEAK' | 'MISSING' | 'INVALID' | 'UNKNOWN';
  readonly reason: string;
  readonly published: string | null;
}

/** The TXT records of a name: none when there are none, null when nobody answered. */
export type LookUpTexts = (name: string) => Promise<string[] | null>;

/** Selectors that mail services of the field use, for a domain of which no signature was seen yet. */
const COMMON_SELECTORS = [
  ...['default', 'dkim', 'mail', 'selector1', 'selector2', 'google', 'k1', 's1', 's2'],
  ...['gabia', 'daum', 'kakao', 'naver', 'worksmobile', 'mailplug', 'zoho', 'fm1', 'protonmail', 'mx'],
];

/** RFC 7208, 4.6.4: more look-ups than these make the whole record an error. */
const MAX_SPF_LOOKUPS = 10;

/** Looks SPF, DKIM and DMARC of a domain up. `selectors` are those of signatures that were seen on our own mail. */
export async function checkDomain(
  domain: string,
  selectors: readonly string[],
  lookUp: LookUpTexts,
): Promise<DomainFinding[]> {
  return Promise.all([checkSpf(domain, lookUp), checkDkim(domain, selectors, lookUp), checkDmarc(domain, lookUp)]);
}

async function checkSpf(domain: string, lookUp: LookUpTexts): Promise<DomainFinding> {
  const found = await lookUp(domain);
  if (!found) return finding('SPF', 'UNKNOWN', 'LOOKUP_FAILED');
  const records = found.filter((text) => /^v=spf1( |$)/i.test(text));
  const [record] = records;
  if (record === undefined) return finding('SPF', 'MISSING', 'SPF_MISSING');
  if (records.length > 1) return finding('SPF', 'INVALID', 'SPF_TWICE', records.join('\n'));
  const terms = record
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((term) => term.toLowerCase());
  const lookups = terms.filter((term) => /^[-+~?]?(include:|a([:/]|$)|mx([:/]|$)|ptr|exists:)|^redirect=/.test(term));
  if (lookups.length > MAX_SPF_LOOKUPS) return finding('SPF', 'INVALID', 'SPF_TOO_MANY_LOOKUPS', record);
  const all = terms.find((term) => /^[-+~?]?all$/.test(term));
  if (all === '+all' || all === 'all') return finding('SPF', 'WEAK', 'SPF_ALL_OPEN', record);
  if (all === '?all') return finding('SPF', 'WEAK', 'SPF_ALL_NEUTRAL', record);
  if (all === undefined && !terms.some((term) => term.startsWith('redirect=')))
    return finding('SPF', 'WEAK', 'SPF_NO_ALL', record);
  return finding('SPF', 'OK', all === '~all' ? 'SPF_SOFT_FAIL' : 'SPF_OK', record);
}

async function checkDkim(domain: string, seen: readonly string[], lookUp: LookUpTexts): Promise<DomainFinding> {
  const selectors = seen.length > 0 ? seen : COMMON_SELECTORS;
  const answers = await Promise.all(selectors.map((selector) => lookUp(`${selector}._domainkey.${domain}`)));
  const keys = answers.flatMap((texts) => texts ?? []).filter((text) => /(^|;)\s*p\s*=/i.test(text));
  const record = keys.find((text) => dkimKey(text) !== '') ?? keys[0];
  if (record === undefined) {
    // That no selector we can guess has a key says nothing: the name of a selector is free.
    if (seen.length === 0) return finding('DKIM', 'UNKNOWN', 'DKIM_SELECTOR_UNKNOWN');
    return answers.some((texts) => texts === null)
      ? finding('DKIM', 'UNKNOWN', 'LOOKUP_FAILED')
      : finding('DKIM', 'MISSING', 'DKIM_KEY_MISSING');
  }
  const key = dkimKey(record);
  if (key === '') return finding('DKIM', 'INVALID', 'DKIM_KEY_REVOKED', record);
  if (!/^[a-z0-9+/=]+$/i.test(key)) return finding('DKIM', 'INVALID', 'DKIM_KEY_UNREADABLE', record);
  const isRsa = !/(^|;)\s*k\s*=\s*ed25519/i.test(record);
  if (isRsa && Buffer.from(key, 'base64').length < 200) return finding('DKIM', 'WEAK', 'DKIM_KEY_SHORT', record); // below 1,536 bits
  return finding('DKIM', 'OK', 'DKIM_OK', record);
}

function dkimKey(record: string): string {
  return (/(?:^|;)\s*p\s*=([^;]*)/i.exec(record)?.[1] ?? '').replace(/\s/g, '');
}

async function checkDmarc(domain: string, lookUp: LookUpTexts): Promise<DomainFinding> {
  const found = await dmarcOf(domain, lookUp);
  if (!found) return finding('DMARC', 'UNKNOWN', 'LOOKUP_FAILED');
  const [record] = found;
  if (record === undefined) return finding('DMARC', 'MISSING', 'DMARC_MISSING');
  if (found.length > 1) return finding('DMARC', 'INVALID', 'DMARC_TWICE', found.join('\n'));
  const policy = /;\s*p\s*=\s*([a-z]+)/i.exec(record)?.[1]?.toLowerCase();
  if (policy === 'none') return finding('DMARC', 'WEAK', 'DMARC_POLICY_NONE', record);
  if (policy === 'quarantine' || policy === 'reject') return finding('DMARC', 'OK', 'DMARC_OK', record);
  return finding('DMARC', 'INVALID', 'DMARC_POLICY_INVALID', record);
}

/** A domain without a record of its own goes by that of the domain above it, as far as a registrable one (RFC 7489, 6.6.3). */
async function dmarcOf(domain: string, lookUp: LookUpTexts): Promise<string[] | null> {
  const labels = domain.split('.');
  for (let at = 0; at <= Math.max(0, labels.length - 2); at += 1) {
    const texts = await lookUp(`_dmarc.${labels.slice(at).join('.')}`);
    if (!texts) return null;
    const records = texts.filter((text) => /^v\s*=\s*DMARC1/i.test(text));
    if (records.length > 0) return records;
  }
  return [];
}

function finding(
  record: DomainFinding['record'],
  state: DomainFinding['state'],
  reason: string,
  published: string | null = null,
): DomainFinding {
  return { record, state, reason, published };
}
