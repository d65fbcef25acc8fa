import { Module } from '@nestjs/common';
import { KnowledgeResolver } from './knowledge.resolver.ts';
import { SaveKnowledgeUseCase } from './save-knowledge.use-case.ts';

/** What the team knows and the assistant may cite. */
@Module({ providers: [KnowledgeResolver, SaveKnowledgeUseCase] })
export class KnowledgeModule {}
