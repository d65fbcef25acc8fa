export { queryKnowledgeBase, queryKnowledgeStamp, queryProductNames } from './knowledge-entries.query.ts';
export { KnowledgeModule } from './knowledge.module.ts';
