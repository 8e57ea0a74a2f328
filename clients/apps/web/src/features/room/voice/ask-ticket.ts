import { body, isRefusal } from '@sellmeapen/api-client';
import { TicketRefused, type Ticket, type TicketRefusal, type TicketWish } from '@sellmeapen/voice-client';
import { api } from '../../../shared/api';
import { holder } from '../use-lease';

function whyRefused(status: number, code: string): TicketRefusal | undefined {
  if (status === 401) return 'signed_out';
  if (code === 'session-open-elsewhere') return 'taken_over';
  if (status === 409) return 'over';
  // Too many asked, or the server is in trouble: it may give one later.
  return status === 429 || status >= 500 ? undefined : 'refused';
}

/** One ticket for one socket. */
export async function askTicket(sessionId: string, wish: TicketWish): Promise<Ticket> {
  const params = { path: { id: sessionId }, header: { 'Session-Lease': holder() } };
  try {
    return await body(api.POST('/api/v1/sessions/{id}/voice-tickets', { params, body: wish }));
  } catch (trouble) {
    const why = isRefusal(trouble) ? whyRefused(trouble.status, trouble.code) : undefined;
    throw why ? new TicketRefused(why) : trouble;
  }
}
