import type { Problem } from './types';

/** The server said no, by RFC 9457. `code` is stable and decides what a screen says. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly fields: { field: string; message: string }[];
  /** Of `host-not-allowed-yet`. */
  readonly host: string | undefined;
  readonly purpose: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Partial<Problem>, response: { status: number; headers: Headers }) {
    super(problem.detail ?? problem.title ?? `HTTP ${response.status}`);
    this.name = 'Refusal';
    this.status = response.status;
    this.code = problem.code ?? `http-${response.status}`;
    this.requestId = problem.request_id ?? response.headers.get('X-Request-Id') ?? undefined;
    this.fields = problem.errors ?? [];
    this.host = problem.host;
    this.purpose = problem.purpose;
    const wait = Number(response.headers.get('Retry-After'));
    this.retryAfterSeconds = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  }
}

/** Nobody answered: offline, server restarting, connection cut. Nothing is known about whether it was done. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

export function isRefusal(error: unknown, code?: string): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.code === code);
}

export async function refusalOf(response: Response): Promise<Refusal> {
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Partial<Problem>;
  } catch {
    // A proxy's error page; the status says enough.
  }
  return new Refusal(problem, response);
}
