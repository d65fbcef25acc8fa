export { BuyerClock } from './buyer-clock.tsx';
export { BuyerSummary } from './buyer-summary.tsx';
export { GradeButton } from './grade/grade-button.tsx';
export { GradeName } from './grade/grade-name.tsx';
export { MoneyText } from './money-text.tsx';
export { knownCode } from './known-code.ts';
export { useRowWalk } from './use-row-walk.ts';
export { ChoiceButtons } from './choice-buttons.tsx';
export { TabList, TabPanel, tabId } from './tab-list.tsx';
