import { useTranslation } from '@sellmeapen/i18n';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import classes from './notices.module.css';

interface Notice {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
}

type Tell = (text: string, undo?: () => void) => void;

const NoticeContext = createContext<Tell>(() => undefined);

const SHOWN_MS = 8000;

/** Short confirmations at the foot of the page, read out politely, with an undo where there is one. */
export function NoticeBoard({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [notices, setNotices] = useState<Notice[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const tell = useCallback<Tell>(
    (text, undo) => {
      const id = next.current++;
      setNotices((all) => [...all.slice(-2), { id, text, undo }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  const board = useMemo(
    () => (
      <div className={classes.board} role="status" aria-live="polite">
        {notices.map(({ id, text, undo }) => (
          <div key={id} className={classes.notice}>
            <span>{text}</span>
            {undo && (
              <button
                type="button"
                className={classes.undo}
                onClick={() => {
                  undo();
                  drop(id);
                }}
              >
                {t('common.undo')}
              </button>
            )}
          </div>
        ))}
      </div>
    ),
    [notices, drop, t],
  );
  return (
    <NoticeContext value={tell}>
      {children}
      {board}
    </NoticeContext>
  );
}

export function useTell(): Tell {
  return useContext(NoticeContext);
}
