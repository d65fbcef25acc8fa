'use client';
import { Checkbox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { BUSINESS_TYPES, type GradeFactorName } from '@dangol/crm';
import { Panel } from '../../../components/page-frame.tsx';
import { StatusBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './grading.module.css';
import { NumberRule } from './number-rule.tsx';
import { PointsTableRule } from './points-table-rule.tsx';
import { factorReach, weightSum } from './rules-draft.ts';
import { useRuleProblem } from './rule-problem.ts';
import { useRulesForm } from './use-rules-form.ts';

/** Every rule, in the order in which a grade is explained: factors, deductions, bounds. */
export function RulesSections() {
  const t = useTranslations('settings.grading');
  return (
    <>
      <Weights />
      <Panel
        title={t('sections.orderScale')}
        lead={t('sections.orderScaleLead')}
        actions={<Reach factor="orderScale" />}
      >
        <div className={classes.tables}>
          <PointsTableRule path="orderScale.paidLastYear" />
          <PointsTableRule path="orderScale.averageOrder" />
        </div>
      </Panel>
      <Panel
        title={t('sections.companySize')}
        lead={t('sections.companySizeLead')}
        actions={<Reach factor="companySize" />}
      >
        <div className={classes.tables}>
          <PointsTableRule path="companySize.employees" />
          <PointsTableRule path="companySize.annualPurchase" />
        </div>
        <StrongTypes />
        <div className={classes.numbers}>
          <NumberRule path="companySize.strongTypePoints" />
          <NumberRule path="companySize.webSitePoints" />
        </div>
      </Panel>
      <Panel title={t('sections.intent')} lead={t('sections.intentLead')} actions={<Reach factor="intent" />}>
        <div className={classes.tables}>
          <PointsTableRule path="intent.quantityPerMoq" />
        </div>
        <div className={classes.numbers}>
          <NumberRule path="intent.targetPricePoints" />
          <NumberRule path="intent.deadlinePoints" />
          <NumberRule path="intent.detailsNeeded" unit="details" />
          <NumberRule path="intent.detailsPoints" />
          <NumberRule path="intent.samplePoints" />
          <NumberRule path="intent.repliesPoints" />
        </div>
      </Panel>
      <Panel
        title={t('sections.platformLevel')}
        lead={t('sections.platformLevelLead')}
        actions={<Reach factor="platformLevel" />}
      >
        <div className={classes.numbers}>
          <NumberRule path="platformLevel.L1" />
          <NumberRule path="platformLevel.L2" />
          <NumberRule path="platformLevel.L3" />
          <NumberRule path="platformLevel.L4" />
        </div>
        <SectionProblems path="platformLevel" />
      </Panel>
      <Panel title={t('sections.deductions')} lead={t('sections.deductionsLead')}>
        <div className={classes.numbers}>
          <NumberRule path="deductions.lostDispute" />
          <NumberRule path="deductions.unpaidOrder" />
          <NumberRule path="deductions.spamReport" />
        </div>
      </Panel>
      <Panel title={t('sections.bounds')} lead={t('sections.boundsLead')}>
        <div className={classes.numbers}>
          <NumberRule path="gradeBounds.A" />
          <NumberRule path="gradeBounds.B" />
          <NumberRule path="hysteresis" />
          <NumberRule path="unknownPercent" unit="percent" />
          <NumberRule path="provisionalBelow" />
        </div>
      </Panel>
    </>
  );
}

function Weights() {
  const t = useTranslations('settings.grading');
  const formats = useFormats();
  const { draft } = useRulesForm();
  const sum = weightSum(draft);
  return (
    <Panel title={t('sections.weights')} lead={t('sections.weightsLead')}>
      <div className={classes.numbers}>
        <NumberRule path="weights.orderScale" />
        <NumberRule path="weights.companySize" />
        <NumberRule path="weights.intent" />
        <NumberRule path="weights.platformLevel" />
      </div>
      <p className={classes.sum} role="status">
        <StatusBadge tone={sum === 100 ? 'good' : 'bad'}>
          {sum === null ? t('sumUnknown') : sum === 100 ? t('sumGood') : t('sumBad', { sum: formats.number(sum) })}
        </StatusBadge>
      </p>
    </Panel>
  );
}

/** What all facts of a factor give together, against its weight. */
function Reach({ factor }: { factor: GradeFactorName }) {
  const t = useTranslations('settings.grading');
  const formats = useFormats();
  const { rules, problemsAt } = useRulesForm();
  if (rules === null) return null;
  const reach = formats.number(factorReach(rules, factor));
  return (
    <StatusBadge tone={problemsAt(`weights.${factor}`).length > 0 ? 'bad' : 'neutral'}>
      {t('reach', { reach, weight: formats.number(rules.weights[factor]) })}
    </StatusBadge>
  );
}

/** Problems between the fields of a section. */
function SectionProblems({ path }: { path: string }) {
  const { problemsAt } = useRulesForm();
  const problem = useRuleProblem();
  const problems = problemsAt(path);
  if (problems.length === 0) return null;
  return (
    <p className={classes.problem} role="alert">
      {problems.map(problem).join(' ')}
    </p>
  );
}

function StrongTypes() {
  const t = useTranslations('settings.grading');
  const types = useTranslations('buyers.why.businessTypes');
  const { draft, readOnly, setStrongTypes } = useRulesForm();
  return (
    <fieldset className={classes.types}>
      <legend>{t('fields.companySize.strongTypes')}</legend>
      {BUSINESS_TYPES.map((type) => (
        <Checkbox
          key={type}
          label={types(type)}
          checked={draft.strongTypes.includes(type)}
          disabled={readOnly}
          onChange={(event) =>
            setStrongTypes(
              BUSINESS_TYPES.filter((each) =>
                each === type ? event.currentTarget.checked : draft.strongTypes.includes(each),
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
}
