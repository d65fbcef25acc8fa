export { asksForFiles, chooseMacroText, fillMacro, type FilledMacroText, type MacroText } from './fill-macro.ts';
export {
  findUnknownVariable,
  MACRO_VARIABLES,
  putIn,
  variablesIn,
  type FilledText,
  type MacroValues,
  type MacroVariable,
} from './macro-variables.ts';
