/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YC: () => (/* binding */ familyHelp),
/* harmony export */   am: () => (/* binding */ generalHelp),
/* harmony export */   bD: () => (/* binding */ commandHelp)
/* harmony export */ });
/** In this order they are told. */
const GROUPS = ['Find keys', 'Set up AWS', 'On a laptop', 'Keep watch'];
const WIDTH = 78;
function generalHelp(commands, version) {
    const groups = GROUPS.map(group => ({ group, rows: commands.filter(row => row.group === group) }));
    const lists = groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ group, rows }) => `${group}:\n${listed(rows, commands)}`);
    return `aws-temp-creds ${version}: no AWS key in the repository, short-lived credentials in the job

Usage:
  aws-temp-creds COMMAND [OPTIONS]

${lists.join('\n\n')}

Options:
  --help, -h     this text; after a command, how that is used
  --version      the version

Start with:
  aws-temp-creds scan            is there an AWS key in this repository?
  aws-temp-creds scan --history  was there ever one?
`;
}
/** What is told of a word that several commands begin with. */
function familyHelp(word, commands) {
    return `Usage:
  aws-temp-creds ${word} KIND [OPTIONS]

Kinds:
${listed(commands, commands)}

More: aws-temp-creds ${commands[0]?.name ?? word} --help
`;
}
function listed(rows, all) {
    const widest = Math.max(...all.map(({ name }) => name.length));
    return rows.map(({ name, says }) => `  ${name.padEnd(widest)}  ${wrapped(says, widest + 4)}`).join('\n');
}
function commandHelp({ name, operands, about, options, examples, more }) {
    const widest = Math.max(...options.map(option => optionUsage(option).length));
    const lines = options.map(option => `  ${optionUsage(option).padEnd(widest)}  ${wrapped(option.says, widest + 4)}`);
    const parts = [
        `Usage:\n  aws-temp-creds ${name} ${operands}`,
        about,
        `Options:\n${lines.join('\n')}`,
        `Examples:\n${examples.map(([command, says]) => `  # ${says}\n  ${command}`).join('\n\n')}`,
        ...(more === undefined ? [] : [more]),
    ];
    return `${parts.join('\n\n')}\n`;
}
function optionUsage({ name, value }) {
    return value === undefined ? `--${name}` : `--${name} ${value}`;
}
function wrapped(text, indent) {
    const lines = [];
    for (const word of text.split(' ')) {
        const line = lines.at(-1);
        if (line !== undefined && line.length + 1 + word.length <= WIDTH - indent)
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines.join(`\n${' '.repeat(indent)}`);
}
var __webpack_exports__commandHelp = __webpack_exports__.bD;
var __webpack_exports__familyHelp = __webpack_exports__.YC;
var __webpack_exports__generalHelp = __webpack_exports__.am;
export { __webpack_exports__commandHelp as commandHelp, __webpack_exports__familyHelp as familyHelp, __webpack_exports__generalHelp as generalHelp };
