export type * from './assistant.types.ts';
export { createEmbeddedAssistant } from './embedded-assistant.ts';
export { stripCitationMarks } from './draft/strip-citation-marks.ts';
export { detectLanguage } from './triage/detect-language.ts';
