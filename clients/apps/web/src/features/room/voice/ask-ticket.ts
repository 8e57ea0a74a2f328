import { isRefusal } from '@sellmeapen/api-client';
import { TicketRefused, type Ticket, type TicketRefusal } from '@sellmeapen/voice-client';
import { send } from '../../../shared/api';
import { holder } from '../use-lease';

function whyRefused(status: number, code: string): TicketRefusal | undefined {
  if (status === 401) return 'signed_out';
  if (code === 'session-open-elsewhere') return 'taken_over';
  if (status === 409) return 'over';
  // Too many asked, or the server is in trouble: it may give one later.
  return status === 429 || status >= 500 ? undefined : 'refused';
}

/** One ticket for one socket. */
export async function askTicket(
  sessionId: string,
  wish: { recording: boolean; activity: 'browser' | 'server' },
): Promise<Ticket> {
  const address = new URL(`/api/v1/sessions/${encodeURIComponent(sessionId)}/voice-tickets`, location.origin);
  const request = new Request(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Session-Lease': holder() },
    body: JSON.stringify(wish),
  });
  try {
    return (await (await send(request)).json()) as Ticket;
  } catch (trouble) {
    const why = isRefusal(trouble) ? whyRefused(trouble.status, trouble.code) : undefined;
    throw why ? new TicketRefused(why) : trouble;
  }
}
