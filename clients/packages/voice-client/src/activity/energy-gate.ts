/** Levels below are silence, whoever is silent. dB below full scale, like all levels. */
const SILENT = -75;
const QUIET = 0.1;
const LOUD = 0.95;

/** What varies less around the quiet is a steady noise. */
const CLEAR_OF_QUIET = 3;

/** So far below its loudest sounds a voice speaks its softest. */
const REACH_OF_A_VOICE = 30;

/** Where a voice goes on it may fade to here. */
const FADING_CLEAR_OF_QUIET = 2;
const FADING_REACH = 40;

/** dB a frame: who was silent for half a minute is not taken for a soft voice then. */
const FORGOTTEN = 0.005;

const FLOOR = -100;
const WINDOW = 1000;

/** A room is taken to be quiet until some seconds of it have been heard, so that a first word counts. */
const TAKEN_TO_BE_QUIET = 30;
const QUIET_ROOM = -70;

export interface EnergyGate {
  hear(level: number): void;
  /** From this level on a voice may begin. */
  threshold(): number;
  /** From this level on a voice may go on. */
  fading(): number;
  reset(): void;
}

/**
 * How loud a frame of 10 ms must be to be somebody speaking into this microphone; follows what was heard in the last ten
 * seconds. EnergyGate.java is the same and says why.
 */
export function createEnergyGate(): EnergyGate {
  const levels = new Uint8Array(WINDOW); // dB above the floor
  const counts = new Uint16Array(1 - FLOOR);
  let at = 0;
  let filled = 0;
  let loud = QUIET_ROOM;
  let threshold = 0;
  let fading = 0;

  function keep(level: number): void {
    if (filled === WINDOW) {
      const oldest = levels[at]!;
      counts[oldest] = counts[oldest]! - 1;
    } else {
      filled++;
    }
    const kept = level - FLOOR;
    levels[at] = kept;
    counts[kept] = counts[kept]! + 1;
    at = at + 1 === WINDOW ? 0 : at + 1;
  }

  function percentile(share: number): number {
    const below = Math.round(share * (filled - 1));
    let level = 0;
    for (let seen = counts[0]!; seen <= below; seen += counts[level]!) level++;
    return level + FLOOR;
  }

  function reset(): void {
    counts.fill(0);
    at = 0;
    filled = 0;
    loud = QUIET_ROOM;
    for (let i = 0; i < TAKEN_TO_BE_QUIET; i++) keep(QUIET_ROOM);
  }

  reset();
  return {
    hear(level) {
      keep(Math.min(0, Math.max(FLOOR, Math.round(level))));
      const quiet = percentile(QUIET);
      loud = Math.max(percentile(LOUD), loud - FORGOTTEN);
      threshold = Math.max(SILENT, quiet + CLEAR_OF_QUIET, loud - REACH_OF_A_VOICE);
      fading = Math.max(SILENT, quiet + FADING_CLEAR_OF_QUIET, loud - FADING_REACH);
    },
    threshold: () => threshold,
    fading: () => fading,
    reset,
  };
}
