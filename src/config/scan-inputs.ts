import { FAIL_ON, type FailOn } from '../scan/outcome.js';
import type { ScanInput } from '../scan/plan.js';
import { UNOPENED, type Unopened } from '../scan/unopened.js';
import { Faults } from './fault.js';
import { InputReader, type ReadInput } from './input-reader.js';

/** What a step scans and what comes of it; checked. */
export interface ScanSettings {
  readonly scan: ScanInput;
  /** Path of the configuration file; undefined: the default place, where it may be missing. */
  readonly config: string | undefined;
  /** Path of the baseline; undefined: the default place, where it may be missing. */
  readonly baseline: string | undefined;
  readonly failOnFindings: boolean;
  readonly failOn: FailOn;
  readonly sarifFile: string | undefined;
  readonly verify: boolean;
  readonly untracked: boolean;
  /** What packed contents do that are not opened. */
  readonly unopened: Unopened;
  /** To fetch with what the clone lacks, where the checkout left no credentials behind; undefined: none. */
  readonly token: string | undefined;
  /** Credentials follow the scan: see `planScan`. */
  readonly beforeCredentials: boolean;
}

const UNVERIFIED = FAIL_ON.filter(level => level !== 'live');

const SCANS = ['auto', 'tree', 'changes', 'history'] as const;

/** The inputs of the scan-only action. @throws Failure `wrong-input` with all faults */
export function scanOnlyInputs(read: ReadInput): ScanSettings {
  const faults = new Faults();
  const inputs = new InputReader(read, faults);
  const settings: ScanSettings = {
    scan: inputs.choice('scan', SCANS) ?? 'auto',
    config: inputs.text('config'),
    baseline: inputs.text('baseline'),
    failOnFindings: inputs.flag('fail-on-findings', true),
    failOn: inputs.choice('fail-on', FAIL_ON) ?? 'error',
    sarifFile: inputs.text('sarif-file'),
    verify: inputs.flag('verify', false),
    untracked: inputs.flag('untracked', false),
    unopened: inputs.choice('unopened', UNOPENED) ?? 'say',
    token: inputs.text('token'),
    beforeCredentials: false,
  };
  if (settings.failOn === 'live' && !settings.verify)
    faults.add('fail-on', '`live` needs `verify: true`: else nothing is known to be dead');
  faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
  return settings;
}

/** The root action's inputs that concern its scan; faults are added to those of its other inputs. */
export function rootScanInputs(
  read: ReadInput,
  faults: Faults,
): Omit<ScanSettings, 'beforeCredentials' | 'config'> {
  const inputs = new InputReader(read, faults);
  return {
    scan: inputs.choice('scan', [...SCANS, 'off'] as const) ?? 'auto',
    baseline: undefined,
    failOnFindings: inputs.flag('fail-on-findings', true),
    // Without verification nothing is known to be dead.
    failOn: inputs.choice('fail-on', UNVERIFIED) ?? 'error',
    sarifFile: inputs.text('sarif-file'),
    verify: false,
    untracked: false,
    unopened: inputs.choice('unopened', UNOPENED) ?? 'say',
    token: inputs.text('token'),
  };
}
