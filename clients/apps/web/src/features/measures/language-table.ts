/** One language as the page of the repository tells it. */
export interface LanguageRow {
  code: string;
  name: string;
  pace: string;
  sentences: string;
  written: string;
  bare: string;
  reviewed: boolean;
}

export interface LanguagePage {
  rows: LanguageRow[];
  sources: { code: string; text: string }[];
  mistakes: { code: string; text: string }[];
}

const COLUMNS = ['code', 'language', 'good pace a minute', 'sentences', 'precision / recall', 'bare'] as const;
const REVIEWED = 'reviewed by a native speaker';

const cells = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** Reads the generated page, so that what is shown is what was measured and not a copy of it. */
export function readLanguages(page: string): LanguagePage {
  const lines = page.split(/\r?\n/).map((line) => line.trim());
  const table = lines.filter((line) => line.startsWith('|') && line.endsWith('|'));
  const head = cells(table[0] ?? '||');
  const at = (name: string) => {
    const found = head.indexOf(name);
    if (found < 0) throw new Error(`the page about languages has no column ${name}`);
    return found;
  };
  const [code, name, pace, sentences, written, bare] = COLUMNS.map(at) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const reviewed = at(REVIEWED);
  const rows = table.slice(2).map((line) => {
    const row = cells(line);
    const cell = (place: number) => row[place] ?? '';
    return {
      code: cell(code),
      name: cell(name),
      pace: cell(pace),
      sentences: cell(sentences),
      written: cell(written),
      bare: cell(bare),
      reviewed: cell(reviewed) === 'yes',
    };
  });
  return {
    rows,
    sources: listUnder(lines, 'Where the bands of pace come from'),
    mistakes: listUnder(lines, 'What the packs get wrong in their own sentences'),
  };
}

function listUnder(lines: string[], heading: string): { code: string; text: string }[] {
  const from = lines.indexOf(`## ${heading}`);
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => line.startsWith('## '));
  return rest.slice(0, to < 0 ? undefined : to).flatMap((line) => {
    const [, code, text] = /^- ([a-z]{2,3}): (.*)$/.exec(line) ?? [];
    return code && text ? [{ code, text }] : [];
  });
}
