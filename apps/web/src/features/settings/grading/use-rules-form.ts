'use client';
import { type GradingRules, validateGradingRules } from '@dangol/crm';
import { createContext, useContext, useMemo, useState } from 'react';
import {
  type NumberPath,
  type RuleProblem,
  type RulesDraft,
  type TablePath,
  defaultDraft,
  draftOf,
  rulesOf,
} from './rules-draft.ts';

type Step = RulesDraft['tables'][TablePath][number];

export interface RulesForm {
  draft: RulesDraft;
  readOnly: boolean;
  currency: string;
  /** What the form says now; null while something typed is no number. */
  rules: GradingRules | null;
  /** Codes of the problems at a place; the API's and our own look alike here. */
  problemsAt: (path: string) => readonly string[];
  setNumber: (path: NumberPath, typed: string) => void;
  setStep: (path: TablePath, key: number, patch: Partial<Pick<Step, 'at' | 'points'>>) => void;
  addStep: (path: TablePath) => void;
  removeStep: (path: TablePath, key: number) => void;
  setStrongTypes: (types: RulesDraft['strongTypes']) => void;
}

const RulesFormContext = createContext<RulesForm | null>(null);
export const RulesFormProvider = RulesFormContext.Provider;

export function useRulesForm(): RulesForm {
  const value = useContext(RulesFormContext);
  if (value === null) throw new Error('Only inside the form of the grading rules');
  return value;
}

/** Where a problem is shown: that of both bounds at the lower one, and a row by number however it is written. */
const plain = (path: string) => (path === 'gradeBounds' ? 'gradeBounds.B' : path.replace(/\[(\d+)\]/g, '.$1'));

/** What is typed, what it says, and what is wrong with it. `base` is the version the typing began from. */
export function useRulesDraft(base: GradingRules, readOnly: boolean) {
  const [draft, setDraft] = useState(() => draftOf(base));
  const [refused, setRefused] = useState<readonly RuleProblem[]>([]);
  const read = useMemo(() => rulesOf(draft, base), [draft, base]);
  const problems = useMemo((): readonly RuleProblem[] => {
    const found = read.problems ?? validateGradingRules(read.rules, base.currency);
    // What the API refused and this screen has found too is one problem.
    const same = (other: RuleProblem) => (each: RuleProblem) =>
      plain(each.path) === plain(other.path) && each.problem === other.problem;
    return [...found, ...refused.filter((each) => !found.some(same(each)))];
  }, [read, refused, base.currency]);
  const change = (next: (draft: RulesDraft) => RulesDraft) => {
    setRefused([]);
    setDraft(next);
  };
  const setTable = (path: TablePath, next: (rows: readonly Step[]) => readonly Step[]) =>
    change((before) => ({ ...before, tables: { ...before.tables, [path]: next(before.tables[path]) } }));
  const form: RulesForm = {
    draft,
    readOnly,
    currency: base.currency,
    rules: read.rules,
    problemsAt: (path) => problems.filter((each) => plain(each.path) === path).map(({ problem }) => problem),
    setNumber: (path, typed) => change((before) => ({ ...before, numbers: { ...before.numbers, [path]: typed } })),
    setStep: (path, key, patch) =>
      setTable(path, (rows) => rows.map((row) => (row.key === key ? { ...row, ...patch } : row))),
    addStep: (path) =>
      setTable(path, (rows) => [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, at: '', points: '' }]),
    removeStep: (path, key) => setTable(path, (rows) => rows.filter((row) => row.key !== key)),
    setStrongTypes: (strongTypes) => change((before) => ({ ...before, strongTypes })),
  };
  const defaults = useMemo(() => defaultDraft(base.currency), [base.currency]);
  return {
    form,
    rules: read.rules,
    problems,
    refuse: setRefused,
    reset: (rules: GradingRules) => change(() => draftOf(rules)),
    /** Null when no defaults are known for the workspace's currency. */
    resetToDefaults: defaults === null ? null : () => change(() => defaults),
  };
}
