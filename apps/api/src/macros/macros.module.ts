import { Module } from '@nestjs/common';
import { MacrosResolver } from './macros.resolver.ts';
import { SaveMacroUseCase } from './save-macro.use-case.ts';

/** Prepared replies. */
@Module({ providers: [MacrosResolver, SaveMacroUseCase] })
export class MacrosModule {}
