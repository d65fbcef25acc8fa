'use client';
import { ActionIcon, Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { GradeBadge } from '../../../components/badges.tsx';
import { ArrowDownIcon, CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { useRoleName } from '../role-name.ts';
import settings from '../settings.module.css';
import classes from './assignment.module.css';
import { type DraftPool, type DraftRule, type Grade, moveUp } from './assignment-draft.ts';

/** Who serves the buyers of one grade: pools of roles, tried in their order. */
export function GradeRule({
  grade,
  rule,
  roles,
  readOnly,
  problem,
  onChange,
}: {
  grade: Grade;
  rule: DraftRule;
  roles: readonly string[];
  readOnly: boolean;
  problem: string | null;
  onChange: (patch: Partial<DraftRule>) => void;
}) {
  const t = useTranslations('settings.assignment');
  const setPool = (key: number, patch: Partial<DraftPool>) =>
    onChange({ pools: rule.pools.map((pool) => (pool.key === key ? { ...pool, ...patch } : pool)) });
  return (
    <section className={classes.rule} aria-label={t('ruleOf', { grade })}>
      <div className={classes.head}>
        <GradeBadge grade={grade} size="lg" />
        <h3>{t('ruleOf', { grade })}</h3>
        <TextInput
          className={classes.target}
          label={t('target')}
          inputMode="numeric"
          autoComplete="off"
          readOnly={readOnly}
          value={rule.target}
          onChange={(event) => onChange({ target: event.currentTarget.value })}
          rightSection={<span className={settings.unit}>%</span>}
        />
      </div>
      <Switch
        size="md"
        label={t('assistantFirst')}
        description={t('assistantAdvice')}
        checked={rule.assistantFirst}
        disabled={readOnly}
        onChange={(event) => onChange({ assistantFirst: event.currentTarget.checked })}
      />
      <ol className={classes.pools}>
        {rule.pools.map((pool, at) => (
          <li key={pool.key} className={classes.pool}>
            <Pool
              name={t('pool', { grade, at: at + 1 })}
              pool={pool}
              roles={roles}
              readOnly={readOnly}
              onChange={(patch) => setPool(pool.key, patch)}
            />
            {!readOnly && (
              <span className={classes.poolActs}>
                {at > 0 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    c="inherit"
                    size="2.75rem"
                    aria-label={t('poolUp', { grade, at: at + 1 })}
                    onClick={() => onChange({ pools: moveUp(rule.pools, at) })}
                  >
                    <ArrowDownIcon style={{ rotate: '180deg' }} />
                  </ActionIcon>
                )}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  c="inherit"
                  size="2.75rem"
                  aria-label={t('poolRemove', { grade, at: at + 1 })}
                  onClick={() => onChange({ pools: rule.pools.filter(({ key }) => key !== pool.key) })}
                >
                  <CloseIcon />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          variant="subtle"
          className={classes.add}
          leftSection={<PlusIcon />}
          onClick={() =>
            onChange({
              pools: [
                ...rule.pools,
                {
                  key: Math.max(-1, ...rule.pools.map(({ key }) => key)) + 1,
                  roles: [],
                  onlyWithSpareCapacity: false,
                },
              ],
            })
          }
        >
          {t('poolAdd')}
        </Button>
      )}
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function Pool({
  name,
  pool,
  roles,
  readOnly,
  onChange,
}: {
  name: string;
  pool: DraftPool;
  roles: readonly string[];
  readOnly: boolean;
  onChange: (patch: Partial<DraftPool>) => void;
}) {
  const t = useTranslations('settings.assignment');
  const roleName = useRoleName();
  return (
    <fieldset className={classes.fields}>
      <legend>{name}</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          label={roleName(role)}
          checked={pool.roles.includes(role)}
          disabled={readOnly}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            onChange({ roles: roles.filter((each) => (each === role ? checked : pool.roles.includes(each))) });
          }}
        />
      ))}
      <Checkbox
        className={classes.spare}
        label={t('spare')}
        checked={pool.onlyWithSpareCapacity}
        disabled={readOnly}
        onChange={(event) => onChange({ onlyWithSpareCapacity: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
