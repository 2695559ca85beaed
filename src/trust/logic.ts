/** Yes, no, or not to be decided without asking AWS. */
export type Answer = boolean | null;

/** Whether all hold: one that does not decides, whatever is not known of the others. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Whether any holds. */
export function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

export function not(answer: Answer): Answer {
  return answer === null ? null : !answer;
}
