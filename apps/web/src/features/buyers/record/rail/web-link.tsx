/** A web address to open, shown as its host unless named; what is no web address stays text, because a buyer may have typed anything. */
export function WebLink({ address, name }: { address: string; name?: string }) {
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.host.includes('.')) return <>{address}</>;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer nofollow">
      {name ?? url.host}
    </a>
  );
}
