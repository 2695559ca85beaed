import { createRepository } from '../../__tests__/support/repository.js';
import { withServices } from '../../__tests__/support/services.js';
import { Promises } from './promises.js';
import { play } from './story.js';
import { Terminal } from './terminal.js';

const started = performance.now();
const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
const terminal = new Terminal(text => process.stdout.write(text), colours);
const promises = new Promises(terminal);

terminal.say(
  [
    '\nThe whole story, on this machine alone: the bundles in dist/ run as a runner runs them, in a real git repository.',
    "GitHub's token service and AWS STS are stand-ins on 127.0.0.1 that sign and verify as the real ones do.",
  ].join('\n'),
);
const repository = await createRepository();
try {
  await withServices({}, services => play({ terminal, promises, services, repository }));
} finally {
  await repository.remove();
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
terminal.say(
  promises.broken === 0
    ? `\nAll of it was as told (${promises.kept} promises, ${seconds} s).`
    : `\n${promises.broken} of ${promises.kept + promises.broken} promises were not kept.`,
);
process.exitCode = promises.broken === 0 ? 0 : 1;
