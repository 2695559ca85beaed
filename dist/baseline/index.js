import { createRequire } from "module";
const loadNow = createRequire(import.meta.url);
/** Stands for a module until something of it is used. */
function loadLater(name) {
	let loaded;
	const module = () => (loaded ??= loadNow(name));
	return new Proxy({}, {
		get: (_, key) => (key === "default" ? module() : module()[key]),
		has: (_, key) => key === "default" || key in module(),
		ownKeys: () => Reflect.ownKeys(module()),
	});
}
const __WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__ = loadLater("../packages/valibot.js");
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

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ parseBaseline)
});

;// CONCATENATED MODULE: external "../packages/valibot.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const valibot_js_namespaceObject = x({ ["array"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.array), ["getDotPath"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.getDotPath), ["isoDate"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.isoDate), ["literal"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.literal), ["minLength"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.minLength), ["object"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.object), ["pipe"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.pipe), ["regex"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.regex), ["safeParse"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.safeParse), ["string"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.string), ["trim"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.trim) });
;// CONCATENATED MODULE: ./lib/bundling/failure.js


const BRAND = Symbol.for('aws-temp-creds.failure');
/** An expected failure, ready to be shown. Holds no secret in any part; `cause` is never printed. */
class Failure extends Error {
    name = 'Failure';
    [BRAND] = true;
    code;
    explanation;
    constructor(code, explanation, options) {
        super(explanation.what, options);
        this.code = code;
        this.explanation = explanation;
    }
    /** Bundles load one another, and each has this class: a failure of one is a failure to all. */
    static [Symbol.hasInstance](value) {
        return value instanceof Error && BRAND in value;
    }
}
/** The text of a failure as it is shown: the four parts, each under its own heading where it has one; no key in any. */
function explain({ what, why, likely, write }) {
    const parts = [what];
    if (why !== undefined)
        parts.push(section('Why', why));
    if (likely !== undefined)
        parts.push(section('Likely mistake', likely));
    if (write !== undefined)
        parts.push(section('What to do', write));
    return masked(parts.join('\n\n'));
}
/** The same with the place where the troubleshooting page explains it. */
function explained({ code, explanation }) {
    return `${explain(explanation)}\n\nMore: ${TROUBLESHOOTING}#${explanation.page ?? code}`;
}
function section(title, text) {
    return text.includes('\n') ? `${title}:\n${text.replace(/^(?=.)/gm, '  ')}` : `${title}: ${text}`;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/baseline-file.js


const FILE = valibot_js_namespaceObject.object({
    version: valibot_js_namespaceObject.literal(1),
    findings: valibot_js_namespaceObject.array(valibot_js_namespaceObject.object({
        fingerprint: valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string(), valibot_js_namespaceObject.regex(/^[0-9a-f]{40}$/, '40 hex characters')),
        rule: valibot_js_namespaceObject.string(),
        path: valibot_js_namespaceObject.string(),
        reason: valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string(), valibot_js_namespaceObject.trim(), valibot_js_namespaceObject.minLength(1, 'a reason')),
        date: valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string(), valibot_js_namespaceObject.isoDate('a date, YYYY-MM-DD')),
    })),
});
/**
 * @param text content of a baseline file
 * @param path where it lies, for the message
 * @throws Failure `wrong-configuration` when it is not a baseline
 */
function parseBaseline(text, path) {
    const parsed = valibot_js_namespaceObject.safeParse(FILE, json(text));
    if (parsed.success)
        return parsed.output.findings;
    const faults = parsed.issues.slice(0, 5).map(issue => `${valibot_js_namespaceObject.getDotPath(issue) ?? 'file'}: ${issue.message}`);
    throw new Failure('wrong-configuration', {
        what: `${path} is not a baseline of aws-temp-creds.`,
        why: faults.join('\n'),
        likely: 'it was edited or merged by hand, or is the baseline of another scanner',
        write: 'aws-temp-creds scan --write-baseline',
    });
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
var __webpack_exports__parseBaseline = __webpack_exports__.n;
export { __webpack_exports__parseBaseline as parseBaseline };
