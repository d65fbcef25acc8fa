/** Narrows a code of the API to one that has words in the catalogue; undefined is shown as it came. */
export function knownCode<const Code extends string>(codes: readonly Code[], code: string | null): Code | undefined {
  return codes.find((candidate) => candidate === code);
}
