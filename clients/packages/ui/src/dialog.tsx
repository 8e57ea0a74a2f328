import { Button } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own modal: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={classes.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open && (
        <div className={classes.sheet}>
          <h2 id={heading}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  );
}

export interface ConfirmProps extends Omit<DialogProps, 'children'> {
  what: ReactNode;
  action: string;
  onConfirm: () => void;
  busy?: boolean;
  harmless?: boolean;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ what, action, onConfirm, busy, harmless, ...dialog }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog {...dialog}>
      <div className={classes.what}>{what}</div>
      <div className={classes.actions}>
        <Button variant={harmless ? 'filled' : 'danger'} onClick={onConfirm} loading={busy ?? false}>
          {action}
        </Button>
        <Button variant="subtle" onClick={dialog.onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
