// Prints the GraphQL request that commits rebuilt bundles to a branch, if it still is at the commit they were built
// from: `BRANCH=… COMMIT=… node scripts/commit-request.mjs FOLDER`. The folder comes from a run of foreign code, so
// nothing but regular files with names that dist/ has is taken from it.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const NAME = /^(licenses\.txt|package\.json|[a-z-]{1,40}\/([a-z-]{1,40}\.js|package\.json))$/;

const [folder = ''] = process.argv.slice(2);
const { BRANCH = '', COMMIT = '', GITHUB_REPOSITORY = '' } = process.env;

const additions = filesBelow(folder).map(file => {
  const name = relative(folder, file).split(sep).join('/');
  if (!NAME.test(name) || !lstatSync(file).isFile())
    throw new Error(`not a file of dist/: ${JSON.stringify(name)}`);
  return { path: `dist/${name}`, contents: readFileSync(file).toString('base64') };
});
if (additions.length === 0) throw new Error('there are no files');

const input = {
  branch: { repositoryNameWithOwner: GITHUB_REPOSITORY, branchName: BRANCH },
  expectedHeadOid: COMMIT,
  message: { headline: 'Rebuild dist' },
  fileChanges: { additions },
};
const query =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
process.stdout.write(JSON.stringify({ query, variables: { input } }));

function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}
