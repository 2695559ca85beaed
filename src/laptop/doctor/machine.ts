import type { Variables } from '../../github/job.js';
import type { ConfigSection } from '../config-file.js';
import type { FileTexts } from '../profiles-plan.js';
import type { Project } from '../project.js';

/** What doctor looks at, read once; what follows from it is pure. */
export interface Machine {
  readonly now: Date;
  readonly variables: Variables;
  readonly platform: NodeJS.Platform;
  readonly files: FileTexts;
  readonly config: readonly ConfigSection[];
  readonly credentials: readonly ConfigSection[];
  /** When the credentials file was last changed. */
  readonly credentialsChanged: Date | undefined;
  /** Of the repository that doctor is called in. */
  readonly project: Project | undefined;
  readonly owner: string | undefined;
  /** Text of a session's token file, by the session's name or start URL; undefined: there is none. */
  readonly tokenOf: (sessionOrUrl: string) => string | undefined;
  /** Files of ours and of AWS's that others may read or change. */
  readonly open: readonly { readonly path: string; readonly mode: number }[];
  /** Files of AWS's that were written later than now. */
  readonly future: readonly string[];
  /** `aws --version`; undefined: there is none. */
  readonly awsVersion: string | undefined;
  /** Version of the aws-cdk that the repository has. */
  readonly cdkVersion: string | undefined;
  readonly exists: (path: string) => boolean;
}
