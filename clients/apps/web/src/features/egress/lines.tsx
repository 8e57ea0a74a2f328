import type { EgressLine } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import classes from './egress-page.module.css';

/** Nothing can be taken out of a voice. */
const SOUND = ['hear', 'realtime'];

function redacted(line: EgressLine) {
  if (line.redacted) return 'egress.was_redacted';
  return SOUND.includes(line.purpose) ? 'egress.was_sound' : 'egress.was_not_redacted';
}

const STATES = ['under-way', 'ended', 'failed'] as const;

export function Lines({ lines, onHost }: { lines: EgressLine[]; onHost: (host: string) => void }) {
  const { t } = useTranslation();
  const { moment, bytes } = useFormats();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('egress.when')}</th>
          <th scope="col">{t('egress.host')}</th>
          <th scope="col">{t('egress.purpose')}</th>
          <th scope="col">{t('egress.redacted')}</th>
          <th scope="col" className={classes.figure}>
            {t('egress.sent')}
          </th>
          <th scope="col" className={classes.figure}>
            {t('egress.received')}
          </th>
          <th scope="col">{t('egress.how')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const state = STATES.find((one) => one === line.state);
          return (
            <tr key={line.id}>
              <td className="num">{moment(line.at)}</td>
              <td>
                <button
                  type="button"
                  className={classes.words}
                  title={t('egress.only_host', { host: line.host })}
                  dir="ltr"
                  onClick={() => onHost(line.host)}
                >
                  {line.host}
                  {line.port !== 443 && `:${line.port}`}
                </button>
              </td>
              <td data-label={t('egress.purpose')}>{t(`models.purpose.${line.purpose}`)}</td>
              <td data-label={t('egress.redacted')}>{t(redacted(line))}</td>
              <td className={`num ${classes.figure}`} data-label={t('egress.sent')}>
                {bytes(line.sent_bytes)}
              </td>
              <td className={`num ${classes.figure}`} data-label={t('egress.received')}>
                {bytes(line.received_bytes)}
              </td>
              <td data-label={t('egress.how')}>{state ? t(`egress.state.${state}`) : line.state}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
