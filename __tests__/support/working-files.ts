import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a path is to hold: text, bytes, a symbolic link, an executable, or nothing (it is deleted). */
export type Content = string | Uint8Array | { readonly link: string } | { readonly program: string } | null;

export type Files = Readonly<Record<string, Content>>;

/** Writes (or deletes) files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) await put(join(folder, path), content);
}

async function put(path: string, content: Content): Promise<void> {
  await rm(path, { force: true, recursive: true });
  if (content === null) return;
  await mkdir(dirname(path), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content);
  else if ('link' in content) await symlink(content.link, path);
  else {
    await writeFile(path, content.program);
    await chmod(path, 0o755);
  }
}
