import { checkCiFile } from '../../src/scan/ci-files/check-ci-file.js';
import { detect } from '../../src/scan/detect/detect.js';
import type { Finding, ScanResult } from '../../src/scan/finding.js';
import { inlineAllowance } from '../../src/scan/inline.js';
import { withhold } from '../../src/scan/report/withhold.js';

/** Work on an input that can be made of any size. What it costs must grow with the size, and not with its square. */
export interface Growing {
  readonly name: string;
  /** How large it is at first: bytes, characters or findings. */
  readonly size: number;
  /** @returns the work on an input of that size, which is made before the clock starts */
  prepare(size: number): () => void;
}

const MEBIBYTE = 1024 * 1024;

function detection(unit: string): Growing {
  return {
    name: `detection, a run of ${JSON.stringify(unit.slice(0, 24))}`,
    size: MEBIBYTE,
    prepare: size => {
      const content = Buffer.alloc(size, unit, 'latin1');
      return () => void detect(content);
    },
  };
}

function workflow(unit: string): Growing {
  return {
    name: `workflow, ${JSON.stringify(unit)} again and again`,
    size: 25_000,
    prepare: size => {
      const content = Buffer.from(`aws: "${unit.repeat(size / unit.length)}"`);
      return () => void checkCiFile('.github/workflows/a.yml', content);
    },
  };
}

/** The longest line that is read has 4 000 characters: it is read again and again, to cost enough. */
const COMMENT: Growing = {
  name: 'a comment of quotes and blanks',
  size: 450,
  prepare: size => {
    const line = `aws-temp-creds:allow${' "'.repeat(size / 2)}x`;
    return () => {
      for (let count = 0; count < 40; count++) inlineAllowance(line);
    };
  },
};

const WITHHOLDING: Growing = {
  name: 'findings whose names hold their values',
  size: 1250,
  prepare: size => {
    const result = { findings: found(size), allowed: [], unread: [], notes: [] };
    const counts = { files: size, objects: 0, bytes: size, milliseconds: 0 };
    return () => void withhold({ ...result, mode: 'tree', counts } satisfies ScanResult);
  },
};

function found(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `AKIA${index.toString().padStart(16, 'Q')}`;
    return {
      rule: 'access-key-pair',
      severity: 'error',
      place: { kind: 'path-name', path: `src/${'x'.repeat(100)}/${id}.txt` },
      fingerprint: 'a'.repeat(40),
      redacted: 'AKIA…',
      secrets: [id, `secret ${index}`.padEnd(40, 'x')],
      accessKeyId: id,
      layers: [],
    };
  });
}

export const INPUTS: readonly Growing[] = [
  ...['0', 'A', '41 ', '\\', `${'0123456789abcdef'.repeat(4)}\n`].map(detection),
  ...['secretKey=', 'secretKey=a', 'SECRET_ACCESS_KEY: "', 'secretKey="Ab1"+'].map(detection),
  ...['${{ ', 'aws_access_key_id', '_a', '[', '{a: '].map(workflow),
  COMMENT,
  WITHHOLDING,
];
