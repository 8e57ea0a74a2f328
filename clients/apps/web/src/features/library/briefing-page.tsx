import { body, type Level, type Scenario } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, LevelStrokes, Page, Portrait, Section } from '@sellmeapen/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { scenarioQuery } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import { recordingRuleQuery } from '../../shared/voice-api';
import classes from './briefing-page.module.css';
import { BriefingNotes } from './briefing-notes';
import { LanguageChoice } from './language-choice';
import { StartWays, type Way } from './start-ways';

export function BriefingPage() {
  const { id } = useParams({ from: '/signed-in/shell/library/$id' });
  const scenario = useQuery(scenarioQuery(id));
  useTitle(scenario.data?.title);
  return (
    <Loaded
      query={scenario}
      blank={
        <Page title={<Blank height="2.4rem" width="18rem" />} wide>
          <Blank lines={9} height="1.6rem" />
        </Page>
      }
    >
      {(data) => <Briefing scenario={data} />}
    </Loaded>
  );
}

function Briefing({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  return (
    <Page
      wide
      title={scenario.title}
      lead={
        <>
          <Link to="/library">{t('briefing.to_library')}</Link> · {t(`category.${scenario.category}`)} ·{' '}
          {t('common.minutes', { count: scenario.minutes })}
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.letter}>
          <figure className={classes.who}>
            <Portrait name={scenario.persona.name} size={80} />
            <div>
              <figcaption>
                <b>{scenario.persona.name}</b>
                <span className="quiet">
                  {scenario.persona.role}
                  {scenario.persona.company && `, ${scenario.persona.company}`}
                </span>
              </figcaption>
              <blockquote dir="auto">“{scenario.persona.voice_line}”</blockquote>
            </div>
          </figure>
          <p className={classes.context} dir="auto">
            {scenario.opening_context}
          </p>
          <Section title={t('briefing.goal')}>
            <p className={classes.goal} dir="auto">
              {scenario.goal}
            </p>
            {scenario.objectives.length > 0 && (
              <ul className={classes.points}>
                {scenario.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            )}
          </Section>
          <BriefingNotes scenario={scenario} />
        </div>
        <aside className={classes.start}>
          <StartForm scenario={scenario} />
        </aside>
      </div>
    </Page>
  );
}

function StartForm({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const mayRehearse = useMay('rehearse');
  const sound = useQuery(recordingRuleQuery).data?.record_voice === true;
  const navigate = useNavigate();
  const wanted = useSearch({ from: '/signed-in/shell/library/$id' }).level;
  const [level, setLevel] = useState<Level>(
    scenario.levels.find((one) => one.level === wanted)?.level ??
      scenario.best?.level ??
      scenario.levels[0]?.level ??
      'easy',
  );
  const [language, setLanguage] = useState(scenario.language);
  // One key a visit: a double click or a repeated request opens one room.
  const key = useRef(crypto.randomUUID());
  const start = useMutation({
    mutationFn: (_: Way) =>
      body(
        api.POST('/api/v1/sessions', {
          headers: { 'Idempotency-Key': `${key.current}-${level}-${language}` },
          body: { scenario_id: scenario.id, level, seat: scenario.seat, language },
        }),
      ),
    onSuccess: (session, way) =>
      navigate({ to: '/room/$sessionId', params: { sessionId: session.id }, search: { way } }),
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate('text');
      }}
    >
      <fieldset className={classes.levels}>
        <legend>{t('briefing.level')}</legend>
        {scenario.levels.map((one) => (
          <label key={one.level} className={classes.level}>
            <input
              type="radio"
              name="level"
              value={one.level}
              checked={one.level === level}
              onChange={() => setLevel(one.level)}
            />
            <span className={classes.levelWords}>
              <LevelStrokes level={one.level} />
              <span className="quiet small">{one.what}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p>{t(`briefing.seat_${scenario.seat}`, { name: scenario.persona.name })}</p>
      {mayRehearse && scenario.languages.length > 1 && (
        <LanguageChoice languages={scenario.languages} language={language} onChange={setLanguage} />
      )}
      {mayRehearse ? (
        <StartWays
          scenario={scenario}
          language={language}
          busy={start.isPending ? start.variables : undefined}
          onStart={(way) => start.mutate(way)}
        />
      ) : (
        <p className="quiet">{t('briefing.not_yours')}</p>
      )}
      {start.error && <Trouble error={start.error} />}
      <dl className={classes.terms}>
        <dt>{t('briefing.recorded')}</dt>
        <dd>{t(sound ? 'briefing.recorded_words_voice' : `briefing.recorded_${scenario.recorded}`)}</dd>
        <dt>{t('briefing.seen_by')}</dt>
        <dd>{t(`briefing.seen_by_${scenario.seen_by}`)}</dd>
        <dt className="sr">{t('room.time')}</dt>
        <dd>{t('briefing.time', { clock: clock(scenario.time_limit_s) })}</dd>
      </dl>
    </form>
  );
}
