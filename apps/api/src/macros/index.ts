export { MacrosModule } from './macros.module.ts';
export { queryMacroUsage, type MacroUsage } from './macro-usage.query.ts';
export { SaveMacroUseCase } from './save-macro.use-case.ts';
