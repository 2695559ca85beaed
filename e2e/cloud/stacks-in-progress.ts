import type { AwsAnswer } from './refusal.js';
import type { AwsRequest } from './request.js';

/** Keeps new stacks in progress for a while: the real service takes minutes for what the stand-in does at once. */
export class StacksInProgress {
  readonly #hold: number;
  readonly #startedAt = new Map<string, number>();

  /** @param seconds how long; 0: not at all */
  constructor(seconds: number) {
    this.#hold = seconds * 1000;
  }

  /** Notes when a stack of an account and Region begins, and until its time is over shows it as in progress. */
  shown(request: AwsRequest, answer: AwsAnswer, account: string, now: number): AwsAnswer {
    if (this.#hold === 0 || request.service !== 'cloudformation' || answer.status !== 200) return answer;
    const place = `${account}/${request.region}`;
    if (['ExecuteChangeSet', 'CreateStack'].includes(request.operation)) this.#startedAt.set(place, now);
    const startedAt = this.#startedAt.get(place);
    const inProgress = startedAt !== undefined && now < startedAt + this.#hold;
    if (request.operation !== 'DescribeStacks' || !inProgress) return answer;
    const text = answer.body.toString('utf8');
    const held = text.replaceAll('<StackStatus>CREATE_COMPLETE<', '<StackStatus>CREATE_IN_PROGRESS<');
    return { ...answer, body: Buffer.from(held) };
  }
}
