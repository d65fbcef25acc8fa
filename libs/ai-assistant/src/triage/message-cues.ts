import { loadResource } from '../load-resource.ts';
import { ConceptMatcher } from '../text/concepts.ts';

type CueKind = 'urgent' | 'target' | 'qualified' | 'unit' | 'action';
let matcher: ConceptMatcher | null = null;

/** Which authored cues (`resources/message-cues.json`) a text holds. */
export function messageCues(text: string): ReadonlySet<CueKind> {
  matcher ??= new ConceptMatcher(loadResource<Record<string, Record<string, string[]>>>('message-cues'));
  return new Set(matcher.match(text) as CueKind[]);
}
