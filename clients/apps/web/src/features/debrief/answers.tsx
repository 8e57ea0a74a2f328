import { body, type Debrief } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import { median, rowOf, slowest, STAGES, type AnswerRow } from './answer-times';
import classes from './listen.module.css';

/** How long each spoken answer took, behind a disclosure; of spoken conversations only. */
export function Answers({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { id, turns } = debrief.session;
  const [open, setOpen] = useState(false);
  const times = useQuery({
    queryKey: ['answer-times', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}/answer-times', { params: { path: { id } } })),
    enabled: open,
  });
  if (!turns.some(({ start_ms: start }) => start !== undefined)) return null;
  return (
    <details className={`${classes.more} no-print`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('answers.title')}</summary>
      {times.data ? (
        <Table rows={times.data.answers.map(rowOf)} />
      ) : times.error ? (
        <Trouble error={times.error} onRetry={() => void times.refetch()} />
      ) : (
        <Blank lines={4} height="1.6rem" />
      )}
    </details>
  );
}

function Table({ rows }: { rows: AnswerRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="quiet small">{t('answers.none')}</p>;
  const columns = [
    { name: t('answers.waited'), of: (row: AnswerRow) => row.waited },
    ...STAGES.map((stage) => ({ name: t(`answers.${stage}`), of: (row: AnswerRow) => row.stages[stage] })),
    { name: t('answers.own'), of: (row: AnswerRow) => row.own },
  ];
  const cells = (value: (column: (typeof columns)[number]) => number | undefined) =>
    columns.map((column) => {
      const ms = value(column);
      return (
        <td key={column.name} className={`${classes.number} num`} data-name={column.name}>
          {ms === undefined ? (
            <span title={t('answers.unknown')}>
              <span aria-hidden="true">–</span>
              <span className="sr">{t('answers.unknown')}</span>
            </span>
          ) : (
            <span className={classes.value}>{t('answers.ms', { ms })}</span>
          )}
        </td>
      );
    });
  return (
    <>
      <p className="quiet small">{t('answers.lead')}</p>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('answers.caption')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('answers.answer')}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={classes.sum}>
            <tr>
              <th scope="row">{t('answers.median')}</th>
              {cells(({ of }) => median(rows.map(of)))}
            </tr>
            <tr>
              <th scope="row">{t('answers.slowest')}</th>
              {cells(({ of }) => slowest(rows.map(of)))}
            </tr>
          </tbody>
          <tbody>
            {rows.map((row) => (
              <tr key={row.turn}>
                <th scope="row">
                  <a href={`#turn-${row.turn}`}>{t('common.Turn', { n: row.turn + 1 })}</a>
                </th>
                {cells(({ of }) => of(row))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
