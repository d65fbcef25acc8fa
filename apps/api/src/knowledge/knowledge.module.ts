import { Module } from '@nestjs/common';
import { KnowledgeResolver } from './knowledge.resolver.ts';

/** What the team knows and the assistant may cite. */
@Module({ providers: [KnowledgeResolver] })
export class KnowledgeModule {}
