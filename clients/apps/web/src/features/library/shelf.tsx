import type { Level, ScenarioLine } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { LEVELS, LevelStrokes } from '@sellmeapen/ui';
import { Link } from '@tanstack/react-router';
import classes from './shelf.module.css';

const asLevel = (word: string | undefined): Level | undefined => LEVELS.find((level) => level === word);

/** Each card is a person: the name, what they are, one sentence in their own voice. */
export function Shelf({ scenarios, level }: { scenarios: ScenarioLine[]; level: string | undefined }) {
  return (
    <ul className={classes.shelf}>
      {scenarios.map((scenario) => (
        <li key={scenario.id} className={classes.card}>
          <Card scenario={scenario} level={asLevel(level)} />
        </li>
      ))}
    </ul>
  );
}

function Card({ scenario, level }: { scenario: ScenarioLine; level: Level | undefined }) {
  const { t } = useTranslation();
  const { persona, best } = scenario;
  const hardest = LEVELS.findLast((name) => scenario.levels.includes(name)) ?? 'easy';
  return (
    <>
      <div className={classes.top}>
        <h2 className={classes.title}>
          <Link to="/library/$id" params={{ id: scenario.id }} search={level ? { level } : {}} className={classes.link}>
            {scenario.title}
          </Link>
        </h2>
        <p className={classes.who}>
          {persona.name}, {persona.role}
          {persona.company && ` · ${persona.company}`}
        </p>
      </div>
      <p className={classes.voice} dir="auto">
        “{persona.voice_line}”
      </p>
      <p className={classes.facts}>
        <span>{t(`category.${scenario.category}`)}</span>
        <span>{t(`seat.${scenario.seat}`)}</span>
        <span>{t('common.minutes', { count: scenario.minutes })}</span>
        {level ? (
          <LevelStrokes level={level} />
        ) : (
          <span className={classes.levels}>
            <LevelStrokes level={hardest} word={false} />
            <span aria-hidden="true">{t('library.up_to', { level: t(`level.${hardest}`) })}</span>
          </span>
        )}
      </p>
      <div className={classes.best}>
        <span className={classes.bestLine} aria-hidden="true">
          {best && <span style={{ inlineSize: `${best.total}%` }} />}
        </span>
        <span className="num">
          {best ? (
            <Link to="/sessions/$id" params={{ id: best.session_id }} className={classes.bestLink}>
              {t('library.best', { total: best.total })}
            </Link>
          ) : (
            t('library.not_yet')
          )}
          {scenario.attempts > 1 && ` · ${t('library.attempts', { count: scenario.attempts })}`}
        </span>
      </div>
    </>
  );
}
