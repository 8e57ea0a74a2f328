import type { Debrief } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { BandLine, Blank, Page, Section, VerdictMark } from '@sellmeapen/ui';
import { useQueries } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Loaded } from '../../shared/loaded';
import { debriefQuery } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import classes from './compare-page.module.css';
import { changedVerdicts, meaningOfDifference, partingTurn } from './compare';

export function ComparePage() {
  const { t } = useTranslation();
  const { id, other } = useParams({ from: '/signed-in/shell/sessions/$id/compare/$other' });
  const both = useQueries({
    queries: [debriefQuery(id), debriefQuery(other)],
    combine: ([one, two]) => ({
      data: one?.data && two?.data ? [one.data, two.data] : undefined,
      error: one?.error ?? two?.error,
      refetch: () => Promise.all([one?.refetch(), two?.refetch()]),
    }),
  });
  useTitle(t('compare.title'));
  return (
    <Loaded
      query={both}
      blank={
        <Page title={t('compare.title')} wide>
          <Blank lines={10} height="2rem" />
        </Page>
      }
    >
      {(pair) => <Compared pair={inOrder(pair)} />}
    </Loaded>
  );
}

/** The earlier take stands first, whichever was opened. */
function inOrder(pair: Debrief[]): [Debrief, Debrief] {
  const [one, two] = [...pair].sort((a, b) => a.session.created_at.localeCompare(b.session.created_at));
  return [one as Debrief, two as Debrief];
}

function Compared({ pair }: { pair: [Debrief, Debrief] }) {
  const { t } = useTranslation();
  const [first, second] = pair;
  const parted = partingTurn(first.turns, second.turns);
  const changed = changedVerdicts(first.scorecard, second.scorecard);
  const { scenario, level } = first.session;
  const lengths = { one: first.turns.length, two: second.turns.length };
  const meaning = meaningOfDifference(first.scorecard, second.scorecard, lengths);
  const [short, long] = [Math.min(lengths.one, lengths.two), Math.max(lengths.one, lengths.two)];
  return (
    <Page
      wide
      title={t('compare.title')}
      lead={t('compare.lead', { title: scenario.title, name: scenario.persona.name, level: t(`level.${level}`) })}
    >
      <div className={classes.pair}>
        {pair.map((take) => (
          <Head key={take.session.id} take={take} />
        ))}
      </div>
      {meaning && <p className="quiet">{t(`compare.means_${meaning}`, { short, long })}</p>}
      <Section title={t('compare.changed')}>
        {changed.length === 0 ? (
          <p className="quiet">{t('compare.unchanged')}</p>
        ) : (
          <ul className={classes.changes}>
            {changed.map(({ id, name, from, to }) => (
              <li key={id}>
                <span>{name}</span>
                <VerdictMark verdict={from} word />
                <span aria-hidden="true" className="quiet">
                  →
                </span>
                <VerdictMark verdict={to} word />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('debrief.conversation')}>
        {parted > 0 && (
          <details className={classes.shared}>
            <summary>{t('compare.parted', { n: parted })}</summary>
            <Turns take={first} from={0} to={parted} />
          </details>
        )}
        <div className={classes.pair}>
          {pair.map((take) => (
            <Turns key={take.session.id} take={take} from={parted} to={take.turns.length} />
          ))}
        </div>
      </Section>
    </Page>
  );
}

function Head({ take }: { take: Debrief }) {
  const { t } = useTranslation();
  const { session, scorecard } = take;
  const name = session.retry_of ? t('debrief.take_from', { n: session.retry_of.turn + 1 }) : t('debrief.take_first');
  return (
    <section className={classes.head}>
      <h2>{name}</h2>
      <p className={`${classes.total} num`}>
        {scorecard?.total ?? '–'}
        {scorecard?.band && <small>{t('score.band_short', scorecard.band)}</small>}
      </p>
      {scorecard?.total !== undefined && scorecard.band && (
        <BandLine total={scorecard.total} low={scorecard.band.low} high={scorecard.band.high} />
      )}
      <p>
        {session.outcome && t(`outcome.${session.outcome}`)}
        {scorecard?.ending && ': '}
        {scorecard?.ending && <q className="serif">{scorecard.ending.sentence}</q>}
      </p>
      <Link to="/sessions/$id" params={{ id: session.id }}>
        {t('compare.open')}
      </Link>
    </section>
  );
}

function Turns({ take, from, to }: { take: Debrief; from: number; to: number }) {
  const { t } = useTranslation();
  const mine = take.session.seat === 'seller' ? 'rep' : 'buyer';
  return (
    <ol className={classes.turns} start={from + 1}>
      {take.turns.slice(from, to).map((turn) => (
        <li key={turn.i} data-mine={turn.speaker === mine || undefined}>
          <span className="quiet small num">
            {turn.i + 1} · {turn.speaker === mine ? t('common.you') : take.session.scenario.persona.name}
          </span>
          <p dir="auto">{turn.text}</p>
        </li>
      ))}
    </ol>
  );
}
