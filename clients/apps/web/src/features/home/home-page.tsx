import { Button } from '@mantine/core';
import { body, type Home } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, LevelStrokes, Page, Portrait, Section } from '@sellmeapen/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../shared/api';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { homeQuery } from '../../shared/queries';
import { SessionList } from '../../shared/session-list';
import { useTitle } from '../../shared/use-title';
import classes from './home-page.module.css';

export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const home = useQuery(homeQuery);
  useTitle(t('home.title'));
  return (
    <Page title={t('home.greeting', { name: me.person.name.split(' ')[0] })}>
      <Loaded query={home} blank={<HomeBlank />}>
        {(data) => (
          <>
            {data.next ? <Next next={data.next} /> : <NoScenario />}
            {data.continue.length > 0 && (
              <Section title={t('home.open')}>
                <SessionList lines={data.continue} />
              </Section>
            )}
            <Section
              title={t('home.recent')}
              aside={data.recent.length > 0 && <Link to="/history">{t('home.all')}</Link>}
            >
              {data.recent.length > 0 ? (
                <SessionList lines={data.recent} />
              ) : (
                <EmptyState title={t('home.recent_empty_title')} why={t('home.recent_empty')} />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Best = NonNullable<Home['next']>;

function Next({ next }: { next: Best }) {
  const { t } = useTranslation();
  return (
    <section className={classes.next} aria-labelledby="next-title">
      <p className={classes.kicker}>{t('home.next')}</p>
      <div className={classes.main}>
        <div className={classes.words}>
          <p className={classes.kind}>{t(`home.kind_${next.kind}`)}</p>
          <h2 id="next-title">{next.scenario.title}</h2>
          <p className={classes.reason} dir="auto">
            {t(`home.reason_${next.reason}`, {
              name: next.scenario.persona.name,
              criterion: next.criterion_name,
              n: (next.turn ?? 0) + 1,
              level: t(`level.${next.level}`),
              best: next.scenario.best?.total,
            })}
          </p>
          <p className={classes.meta}>
            <span>{t('common.minutes', { count: next.minutes })}</span>
            <LevelStrokes level={next.level} />
            <span>
              {next.scenario.persona.name}, {next.scenario.persona.role}
            </span>
          </p>
          <div className={classes.actions}>
            <Go next={next} />
            <Link to="/library">{t('home.browse')}</Link>
          </div>
        </div>
        <figure className={classes.buyer}>
          <Portrait name={next.scenario.persona.name} size={88} />
          <blockquote dir="auto">“{next.scenario.persona.voice_line}”</blockquote>
        </figure>
      </div>
    </section>
  );
}

function Go({ next }: { next: Best }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { session_id: sessionId, turn } = next;
  const retry = useMutation({
    mutationFn: (moment: { id: string; turn: number }) =>
      body(
        api.POST('/api/v1/sessions/{id}/retries', { params: { path: { id: moment.id } }, body: { turn: moment.turn } }),
      ),
    onSuccess: (session) => navigate({ to: '/room/$sessionId', params: { sessionId: session.id } }),
  });
  if (next.kind === 'continue' && sessionId) {
    return (
      <LinkButton to="/room/$sessionId" params={{ sessionId }} size="md">
        {t('home.go_continue')}
      </LinkButton>
    );
  }
  if (next.kind === 'retry_moment' && sessionId && turn !== undefined) {
    return (
      <>
        <Button size="md" loading={retry.isPending} onClick={() => retry.mutate({ id: sessionId, turn })}>
          {t('home.go_retry_moment', { n: turn + 1 })}
        </Button>
        {retry.error && <Trouble error={retry.error} />}
      </>
    );
  }
  return (
    <LinkButton to="/library/$id" params={{ id: next.scenario.id }} search={{ level: next.level }} size="md">
      {t('home.go_rehearse')}
    </LinkButton>
  );
}

function NoScenario() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('home.nothing_title')} why={t('home.nothing')}>
      <LinkButton to="/library">{t('nav.library')}</LinkButton>
    </EmptyState>
  );
}

function HomeBlank() {
  return (
    <>
      <div className={classes.next}>
        <Blank lines={6} height="1.8rem" />
      </div>
      <Blank lines={4} height="2.6rem" />
    </>
  );
}
