'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/page-frame.tsx';
import { FailureState, Loading } from '../../components/states.tsx';
import {
  type MemberRowFragment,
  MemberCapacitiesDocument,
  SetMemberCapacityDocument,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

/** How many buyers each member may own; the assignment rules look at it. */
export function MemberCapacity({ members }: { members: readonly MemberRowFragment[] }) {
  const t = useTranslations('settings.capacity');
  const may = useMay();
  const query = useScreenQuery(
    MemberCapacitiesDocument,
    {},
    { pause: !may('report:read'), refreshOn: ({ verb }) => verb === 'member.capacity_changed' },
  );
  if (!may('report:read')) return null;
  const fallback = query.data?.assignmentRules.defaultCapacity ?? 0;
  return (
    <Panel title={t('title')} lead={query.data === null ? t('lead') : t('leadDefault', { count: fallback })} flush>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={3} />
        </div>
      )}
      {query.data !== null && (
        <ul className={classes.list}>
          {members.map((member) => {
            // Only those whom the assignment rules may name carry buyers.
            const known = query.data?.workload.members.find((each) => each.member.id === member.id);
            if (!known) return null;
            return (
              <li key={member.id} className={classes.item}>
                <span className={classes.strong}>{member.name}</span>
                {may('member:manage') ? (
                  <CapacityForm
                    key={known.capacity}
                    member={member}
                    capacity={known.capacity}
                    fallback={fallback}
                    onSaved={query.reload}
                  />
                ) : (
                  <span>{t('buyers', { count: known.capacity })}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function CapacityForm({
  member,
  capacity,
  fallback,
  onSaved,
}: {
  member: MemberRowFragment;
  capacity: number;
  fallback: number;
  onSaved: () => void;
}) {
  const t = useTranslations('settings.capacity');
  const common = useTranslations('common');
  const { show } = useToasts();
  const refusals = useRefusals();
  const [set, running] = useAct(SetMemberCapacityDocument);
  const [typed, setTyped] = useState(String(capacity));
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (next: number | null) => {
    const { data, failure } = await set({ memberId: member.id, capacity: next });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    if (data.setMemberCapacity.__typename !== 'Member') return setProblem(refusals.ofRefusal('NotFound'));
    onSaved();
    return show({ message: t('saved', { name: member.name, count: next ?? fallback }), tone: 'good' });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!/^\d{1,5}$/.test(typed.trim())) return setProblem(t('invalid'));
    return void save(Number(typed));
  };

  return (
    <form className={classes.rowActs} onSubmit={submit}>
      <TextInput
        className={classes.short}
        aria-label={t('of', { name: member.name })}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
        error={problem}
      />
      {typed.trim() !== String(capacity) && (
        <Button type="submit" variant="default" loading={running}>
          {common('save')}
        </Button>
      )}
      {capacity !== fallback && (
        <Button variant="subtle" onClick={() => void save(null)}>
          {t('useDefault')}
        </Button>
      )}
    </form>
  );
}
