// What is used of WebAssembly here: TypeScript declares it only for browsers.
declare namespace WebAssembly {
  function validate(code: Uint8Array): boolean;
  class Module {
    constructor(code: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Memory {
    constructor(descriptor: { readonly initial: number });
    /** Another one after each growth; the one before is detached. */
    readonly buffer: ArrayBuffer;
    /** Throws a RangeError when there is not so much memory. @returns the pages that there were, of 64 KiB */
    grow(pages: number): number;
  }
}
