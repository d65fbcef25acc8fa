export interface SignedRequest {
  /** Where the channel's messages are delivered. */
  address: string;
  /** The signing secret where it is known (right after it was made), else a place to put it. */
  secret: string;
}

/** Text in single quotes for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Shell commands that deliver one signed test inquiry: HMAC-SHA256 over "timestamp.body", as CONTRACTS.md says.
 * The message id holds the time, so that each run makes a new inquiry.
 */
export function signedCurlExample({ address, secret }: SignedRequest): string {
  const body =
    '{"externalId":"test-%s","sentAt":"%s","conversation":{"externalId":"test-%s","subject":"Sample inquiry"},' +
    '"sender":{"externalId":"buyer-1","name":"Anna Kovács","country":"HU","platformLevel":"L2"},"text":"Could you quote 500 pcs of the vitamin C serum?"}';
  return [
    `ADDRESS=${quoted(address)}`,
    `SECRET=${quoted(secret)}`,
    'NOW=$(date +%s)',
    `BODY=$(printf ${quoted(body)} "$NOW" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$NOW")`,
    `SIGNATURE=$(printf '%s.%s' "$NOW" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')`,
    'curl -sS "$ADDRESS" -H \'Content-Type: application/json\' \\',
    '  -H "X-Dangol-Timestamp: $NOW" -H "X-Dangol-Signature: v1=$SIGNATURE" \\',
    '  --data-binary "$BODY"',
  ].join('\n');
}

/** Public address of a channel's inbox. */
export function channelAddress(origin: string, key: string): string {
  return `${origin}/channels/${encodeURIComponent(key)}/messages`;
}
