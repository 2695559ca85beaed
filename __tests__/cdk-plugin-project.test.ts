import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CdkProject, cdkProject, DEV, shown } from './support/cdk-project.js';

let project: CdkProject;
beforeEach(async () => {
  project = await cdkProject();
});
afterEach(() => project.close());

describe("the project's own plugins", () => {
  const naming = (name: string) =>
    `module.exports = { version: '1', init: host => host.registerCredentialProviderSource({ name: '${name}' }) };`;
  const names = async (plan = project.handedOver()) =>
    shown(await project.cli(plan, 'show(sources.map(({ name }) => name));'))[0];

  test('of cdk.json are loaded after ours: by path, by package, and ours only once', async () => {
    const plan = project.handedOver();
    const own = plan.job.programs.cdkPlugin;
    project.file('project/cdk.json', JSON.stringify({ plugin: ['./plugins/one.cjs', 'a-plugin', own] }));
    project.file('project/plugins/one.cjs', naming('one'));
    project.file('project/node_modules/a-plugin/index.js', naming('two'));
    expect(await names(plan)).toEqual(['aws-temp-creds', 'one', 'two']);
  });

  test('of ~/.cdk.json are loaded when the project has none', async () => {
    project.file('.cdk.json', JSON.stringify({ plugin: 'a-plugin' }));
    project.file('project/node_modules/a-plugin/index.js', naming('mine'));
    expect(await names()).toEqual(['aws-temp-creds', 'mine']);
    project.file(
      'project/cdk.json',
      JSON.stringify({ app: 'x', plugin: [project.file('other.cjs', naming('project'))] }),
    );
    expect(await names()).toEqual(['aws-temp-creds', 'project']);
  });

  test('are replaced by the one that CDK_PLUGIN named before, as without us', async () => {
    project.file('project/cdk.json', JSON.stringify({ plugin: ['./nowhere'] }));
    const earlier = project.file('earlier.cjs', naming('earlier'));
    expect(await names(project.handedOver([DEV], [], { CDK_PLUGIN: earlier }))).toEqual([
      'aws-temp-creds',
      'earlier',
    ]);
  });

  test.each([
    ['is not there', './gone.cjs', "Cannot find module './gone.cjs'"],
    ['is no plugin', './no.cjs', "not a plugin of version '1'"],
    ['throws', './bad.cjs', 'broken \\u001b'],
  ])('are named with their file when one %s', async (_, spec, reason) => {
    project.file('project/cdk.json', JSON.stringify({ plugin: [spec] }));
    project.file('project/no.cjs', 'module.exports = {};');
    project.file('project/bad.cjs', "throw new Error('broken \\u001b');");
    const [result] = shown(await project.cli(project.handedOver(), ''));
    expect(result).toEqual({ error: expect.stringContaining(reason) });
    expect(JSON.stringify(result)).toMatch(
      /the CDK plugin \.\/(gone|no|bad)\.cjs, which .*cdk\.json names, cannot be loaded/,
    );
  });
});
