import type { Scenario } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Section } from '@sellmeapen/ui';
import classes from './briefing-page.module.css';

/** What to know before the door opens: product, tips, techniques or brief, and how it could sound. */
export function BriefingNotes({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const buying = scenario.seat === 'buyer';
  return (
    <>
      {scenario.tips.length > 0 && (
        <Section title={t('briefing.tips')}>
          <ol className={classes.tips}>
            {scenario.tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ol>
        </Section>
      )}
      {scenario.products.length > 0 && (
        <Section title={t(buying ? 'briefing.product_buyer' : 'briefing.product')}>
          {scenario.products.map((product) => (
            <div key={product.name} className={classes.product}>
              <h3>{product.name}</h3>
              <p>{product.what}</p>
              {product.price && <p className="num">{product.price}</p>}
              <ul className={classes.points}>
                {product.facts.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      )}
      {scenario.brief && <Brief brief={scenario.brief} />}
      {scenario.techniques && scenario.techniques.length > 0 && (
        <Section title={t('briefing.techniques')}>
          <p className="quiet">{t('briefing.techniques_lead')}</p>
          <dl className={classes.techniques}>
            {scenario.techniques.map(({ id, name, what }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd className="quiet">{what}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {scenario.example_transcript.length > 0 && (
        <details className={classes.example}>
          <summary>{t('briefing.example')}</summary>
          {scenario.example_transcript.map(({ speaker, text }, at) => (
            <p key={at} data-speaker={speaker}>
              {text}
            </p>
          ))}
        </details>
      )}
    </>
  );
}

function Brief({ brief }: { brief: NonNullable<Scenario['brief']> }) {
  const { t } = useTranslation();
  return (
    <Section title={t('briefing.brief')}>
      <p>{brief.you}</p>
      <p>{brief.situation}</p>
      <Points title={t('briefing.wants')} points={brief.wants} />
      <Points title={t('briefing.holds_to')} points={brief.holds_to} />
      <Points title={t('briefing.may_give')} points={brief.may_give} />
    </Section>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
