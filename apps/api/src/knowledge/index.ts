export { queryKnowledgeBase, queryKnowledgeStamp, queryProductNames } from './knowledge-entries.query.ts';
export { KnowledgeFilter } from './knowledge-entry.input.ts';
export { KnowledgeModule } from './knowledge.module.ts';
export { knowledgeStatement } from './list-knowledge.query.ts';
