import { maybeOneOf, urlState } from '../../platform/url-state/url-state.ts';
import { KINDS } from './import-words.ts';

/** What a new import begins with: who comes from the inbox brings inquiries. */
export const importsUrl = urlState({ kind: maybeOneOf(KINDS) });
