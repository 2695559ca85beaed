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
/******/ var __webpack_modules__ = ({

/***/ 546:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const cp = __nccwpck_require__(317);
const parse = __nccwpck_require__(877);
const enoent = __nccwpck_require__(469);

function spawn(command, args, options) {
    // Parse the arguments
    const parsed = parse(command, args, options);

    // Spawn the child process
    const spawned = cp.spawn(parsed.command, parsed.args, parsed.options);

    // Hook into child process "exit" event to emit an error if the command
    // does not exists, see: https://github.com/IndigoUnited/node-cross-spawn/issues/16
    enoent.hookChildProcess(spawned, parsed);

    return spawned;
}

function spawnSync(command, args, options) {
    // Parse the arguments
    const parsed = parse(command, args, options);

    // Spawn the child process
    const result = cp.spawnSync(parsed.command, parsed.args, parsed.options);

    // Analyze if the command does not exist, see: https://github.com/IndigoUnited/node-cross-spawn/issues/16
    result.error = result.error || enoent.verifyENOENTSync(result.status, parsed);

    return result;
}

module.exports = spawn;
module.exports.spawn = spawn;
module.exports.sync = spawnSync;

module.exports._parse = parse;
module.exports._enoent = enoent;


/***/ }),

/***/ 469:
/***/ ((module) => {



const isWin = process.platform === 'win32';

function notFoundError(original, syscall) {
    return Object.assign(new Error(`${syscall} ${original.command} ENOENT`), {
        code: 'ENOENT',
        errno: 'ENOENT',
        syscall: `${syscall} ${original.command}`,
        path: original.command,
        spawnargs: original.args,
    });
}

function hookChildProcess(cp, parsed) {
    if (!isWin) {
        return;
    }

    const originalEmit = cp.emit;

    cp.emit = function (name, arg1) {
        // If emitting "exit" event and exit code is 1, we need to check if
        // the command exists and emit an "error" instead
        // See https://github.com/IndigoUnited/node-cross-spawn/issues/16
        if (name === 'exit') {
            const err = verifyENOENT(arg1, parsed);

            if (err) {
                return originalEmit.call(cp, 'error', err);
            }
        }

        return originalEmit.apply(cp, arguments); // eslint-disable-line prefer-rest-params
    };
}

function verifyENOENT(status, parsed) {
    if (isWin && status === 1 && !parsed.file) {
        return notFoundError(parsed.original, 'spawn');
    }

    return null;
}

function verifyENOENTSync(status, parsed) {
    if (isWin && status === 1 && !parsed.file) {
        return notFoundError(parsed.original, 'spawnSync');
    }

    return null;
}

module.exports = {
    hookChildProcess,
    verifyENOENT,
    verifyENOENTSync,
    notFoundError,
};


/***/ }),

/***/ 877:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const path = __nccwpck_require__(928);
const resolveCommand = __nccwpck_require__(866);
const escape = __nccwpck_require__(164);
const readShebang = __nccwpck_require__(599);

const isWin = process.platform === 'win32';
const isExecutableRegExp = /\.(?:com|exe)$/i;
const isCmdShimRegExp = /node_modules[\\/].bin[\\/][^\\/]+\.cmd$/i;

function detectShebang(parsed) {
    parsed.file = resolveCommand(parsed);

    const shebang = parsed.file && readShebang(parsed.file);

    if (shebang) {
        parsed.args.unshift(parsed.file);
        parsed.command = shebang;

        return resolveCommand(parsed);
    }

    return parsed.file;
}

function parseNonShell(parsed) {
    if (!isWin) {
        return parsed;
    }

    // Detect & add support for shebangs
    const commandFile = detectShebang(parsed);

    // We don't need a shell if the command filename is an executable
    const needsShell = !isExecutableRegExp.test(commandFile);

    // If a shell is required, use cmd.exe and take care of escaping everything correctly
    // Note that `forceShell` is an hidden option used only in tests
    if (parsed.options.forceShell || needsShell) {
        // Need to double escape meta chars if the command is a cmd-shim located in `node_modules/.bin/`
        // The cmd-shim simply calls execute the package bin file with NodeJS, proxying any argument
        // Because the escape of metachars with ^ gets interpreted when the cmd.exe is first called,
        // we need to double escape them
        const needsDoubleEscapeMetaChars = isCmdShimRegExp.test(commandFile);

        // Normalize posix paths into OS compatible paths (e.g.: foo/bar -> foo\bar)
        // This is necessary otherwise it will always fail with ENOENT in those cases
        parsed.command = path.normalize(parsed.command);

        // Escape command & arguments
        parsed.command = escape.command(parsed.command);
        parsed.args = parsed.args.map((arg) => escape.argument(arg, needsDoubleEscapeMetaChars));

        const shellCommand = [parsed.command].concat(parsed.args).join(' ');

        parsed.args = ['/d', '/s', '/c', `"${shellCommand}"`];
        parsed.command = process.env.comspec || 'cmd.exe';
        parsed.options.windowsVerbatimArguments = true; // Tell node's spawn that the arguments are already escaped
    }

    return parsed;
}

function parse(command, args, options) {
    // Normalize arguments, similar to nodejs
    if (args && !Array.isArray(args)) {
        options = args;
        args = null;
    }

    args = args ? args.slice(0) : []; // Clone array to avoid changing the original
    options = Object.assign({}, options); // Clone object to avoid changing the original

    // Build our parsed object
    const parsed = {
        command,
        args,
        options,
        file: undefined,
        original: {
            command,
            args,
        },
    };

    // Delegate further parsing to shell or non-shell
    return options.shell ? parsed : parseNonShell(parsed);
}

module.exports = parse;


/***/ }),

/***/ 164:
/***/ ((module) => {



// See http://www.robvanderwoude.com/escapechars.php
const metaCharsRegExp = /([()\][%!^"`<>&|;, *?])/g;

function escapeCommand(arg) {
    // Escape meta chars
    arg = arg.replace(metaCharsRegExp, '^$1');

    return arg;
}

function escapeArgument(arg, doubleEscapeMetaChars) {
    // Convert to string
    arg = `${arg}`;

    // Algorithm below is based on https://qntm.org/cmd
    // It's slightly altered to disable JS backtracking to avoid hanging on specially crafted input
    // Please see https://github.com/moxystudio/node-cross-spawn/pull/160 for more information

    // Sequence of backslashes followed by a double quote:
    // double up all the backslashes and escape the double quote
    arg = arg.replace(/(?=(\\+?)?)\1"/g, '$1$1\\"');

    // Sequence of backslashes followed by the end of the string
    // (which will become a double quote later):
    // double up all the backslashes
    arg = arg.replace(/(?=(\\+?)?)\1$/, '$1$1');

    // All other backslashes occur literally

    // Quote the whole thing:
    arg = `"${arg}"`;

    // Escape meta chars
    arg = arg.replace(metaCharsRegExp, '^$1');

    // Double escape meta chars if necessary
    if (doubleEscapeMetaChars) {
        arg = arg.replace(metaCharsRegExp, '^$1');
    }

    return arg;
}

module.exports.command = escapeCommand;
module.exports.argument = escapeArgument;


/***/ }),

/***/ 599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const fs = __nccwpck_require__(896);
const shebangCommand = __nccwpck_require__(152);

function readShebang(command) {
    // Read the first 150 bytes from the file
    const size = 150;
    const buffer = Buffer.alloc(size);

    let fd;

    try {
        fd = fs.openSync(command, 'r');
        fs.readSync(fd, buffer, 0, size, 0);
        fs.closeSync(fd);
    } catch (e) { /* Empty */ }

    // Attempt to extract shebang (null is returned if not a shebang)
    return shebangCommand(buffer.toString());
}

module.exports = readShebang;


/***/ }),

/***/ 866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const path = __nccwpck_require__(928);
const which = __nccwpck_require__(848);
const getPathKey = __nccwpck_require__(689);

function resolveCommandAttempt(parsed, withoutPathExt) {
    const env = parsed.options.env || process.env;
    const cwd = process.cwd();
    const hasCustomCwd = parsed.options.cwd != null;
    // Worker threads do not have process.chdir()
    const shouldSwitchCwd = hasCustomCwd && process.chdir !== undefined && !process.chdir.disabled;

    // If a custom `cwd` was specified, we need to change the process cwd
    // because `which` will do stat calls but does not support a custom cwd
    if (shouldSwitchCwd) {
        try {
            process.chdir(parsed.options.cwd);
        } catch (err) {
            /* Empty */
        }
    }

    let resolved;

    try {
        resolved = which.sync(parsed.command, {
            path: env[getPathKey({ env })],
            pathExt: withoutPathExt ? path.delimiter : undefined,
        });
    } catch (e) {
        /* Empty */
    } finally {
        if (shouldSwitchCwd) {
            process.chdir(cwd);
        }
    }

    // If we successfully resolved, ensure that an absolute path is returned
    // Note that when a custom `cwd` was used, we need to resolve to an absolute path based on it
    if (resolved) {
        resolved = path.resolve(hasCustomCwd ? parsed.options.cwd : '', resolved);
    }

    return resolved;
}

function resolveCommand(parsed) {
    return resolveCommandAttempt(parsed) || resolveCommandAttempt(parsed, true);
}

module.exports = resolveCommand;


/***/ }),

/***/ 940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var fs = __nccwpck_require__(896)
var core
if (process.platform === 'win32' || global.TESTING_WINDOWS) {
  core = __nccwpck_require__(225)
} else {
  core = __nccwpck_require__(25)
}

module.exports = isexe
isexe.sync = sync

function isexe (path, options, cb) {
  if (typeof options === 'function') {
    cb = options
    options = {}
  }

  if (!cb) {
    if (typeof Promise !== 'function') {
      throw new TypeError('callback not provided')
    }

    return new Promise(function (resolve, reject) {
      isexe(path, options || {}, function (er, is) {
        if (er) {
          reject(er)
        } else {
          resolve(is)
        }
      })
    })
  }

  core(path, options || {}, function (er, is) {
    // ignore EACCES because that just means we aren't allowed to run it
    if (er) {
      if (er.code === 'EACCES' || options && options.ignoreErrors) {
        er = null
        is = false
      }
    }
    cb(er, is)
  })
}

function sync (path, options) {
  // my kingdom for a filtered catch
  try {
    return core.sync(path, options || {})
  } catch (er) {
    if (options && options.ignoreErrors || er.code === 'EACCES') {
      return false
    } else {
      throw er
    }
  }
}


/***/ }),

/***/ 25:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = isexe
isexe.sync = sync

var fs = __nccwpck_require__(896)

function isexe (path, options, cb) {
  fs.stat(path, function (er, stat) {
    cb(er, er ? false : checkStat(stat, options))
  })
}

function sync (path, options) {
  return checkStat(fs.statSync(path), options)
}

function checkStat (stat, options) {
  return stat.isFile() && checkMode(stat, options)
}

function checkMode (stat, options) {
  var mod = stat.mode
  var uid = stat.uid
  var gid = stat.gid

  var myUid = options.uid !== undefined ?
    options.uid : process.getuid && process.getuid()
  var myGid = options.gid !== undefined ?
    options.gid : process.getgid && process.getgid()

  var u = parseInt('100', 8)
  var g = parseInt('010', 8)
  var o = parseInt('001', 8)
  var ug = u | g

  var ret = (mod & o) ||
    (mod & g) && gid === myGid ||
    (mod & u) && uid === myUid ||
    (mod & ug) && myUid === 0

  return ret
}


/***/ }),

/***/ 225:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = isexe
isexe.sync = sync

var fs = __nccwpck_require__(896)

function checkPathExt (path, options) {
  var pathext = options.pathExt !== undefined ?
    options.pathExt : process.env.PATHEXT

  if (!pathext) {
    return true
  }

  pathext = pathext.split(';')
  if (pathext.indexOf('') !== -1) {
    return true
  }
  for (var i = 0; i < pathext.length; i++) {
    var p = pathext[i].toLowerCase()
    if (p && path.substr(-p.length).toLowerCase() === p) {
      return true
    }
  }
  return false
}

function checkStat (stat, path, options) {
  if (!stat.isSymbolicLink() && !stat.isFile()) {
    return false
  }
  return checkPathExt(path, options)
}

function isexe (path, options, cb) {
  fs.stat(path, function (er, stat) {
    cb(er, er ? false : checkStat(stat, path, options))
  })
}

function sync (path, options) {
  return checkStat(fs.statSync(path), path, options)
}


/***/ }),

/***/ 689:
/***/ ((module) => {



const pathKey = (options = {}) => {
	const environment = options.env || process.env;
	const platform = options.platform || process.platform;

	if (platform !== 'win32') {
		return 'PATH';
	}

	return Object.keys(environment).reverse().find(key => key.toUpperCase() === 'PATH') || 'Path';
};

module.exports = pathKey;
// TODO: Remove this for the next major release
module.exports["default"] = pathKey;


/***/ }),

/***/ 152:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const shebangRegex = __nccwpck_require__(334);

module.exports = (string = '') => {
	const match = string.match(shebangRegex);

	if (!match) {
		return null;
	}

	const [path, argument] = match[0].replace(/#! ?/, '').split(' ');
	const binary = path.split('/').pop();

	if (binary === 'env') {
		return argument;
	}

	return argument ? `${binary} ${argument}` : binary;
};


/***/ }),

/***/ 334:
/***/ ((module) => {


module.exports = /^#!(.*)/;


/***/ }),

/***/ 848:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const isWindows = process.platform === 'win32' ||
    process.env.OSTYPE === 'cygwin' ||
    process.env.OSTYPE === 'msys'

const path = __nccwpck_require__(928)
const COLON = isWindows ? ';' : ':'
const isexe = __nccwpck_require__(940)

const getNotFoundError = (cmd) =>
  Object.assign(new Error(`not found: ${cmd}`), { code: 'ENOENT' })

const getPathInfo = (cmd, opt) => {
  const colon = opt.colon || COLON

  // If it has a slash, then we don't bother searching the pathenv.
  // just check the file itself, and that's it.
  const pathEnv = cmd.match(/\//) || isWindows && cmd.match(/\\/) ? ['']
    : (
      [
        // windows always checks the cwd first
        ...(isWindows ? [process.cwd()] : []),
        ...(opt.path || process.env.PATH ||
          /* istanbul ignore next: very unusual */ '').split(colon),
      ]
    )
  const pathExtExe = isWindows
    ? opt.pathExt || process.env.PATHEXT || '.EXE;.CMD;.BAT;.COM'
    : ''
  const pathExt = isWindows ? pathExtExe.split(colon) : ['']

  if (isWindows) {
    if (cmd.indexOf('.') !== -1 && pathExt[0] !== '')
      pathExt.unshift('')
  }

  return {
    pathEnv,
    pathExt,
    pathExtExe,
  }
}

const which = (cmd, opt, cb) => {
  if (typeof opt === 'function') {
    cb = opt
    opt = {}
  }
  if (!opt)
    opt = {}

  const { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt)
  const found = []

  const step = i => new Promise((resolve, reject) => {
    if (i === pathEnv.length)
      return opt.all && found.length ? resolve(found)
        : reject(getNotFoundError(cmd))

    const ppRaw = pathEnv[i]
    const pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw

    const pCmd = path.join(pathPart, cmd)
    const p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd
      : pCmd

    resolve(subStep(p, i, 0))
  })

  const subStep = (p, i, ii) => new Promise((resolve, reject) => {
    if (ii === pathExt.length)
      return resolve(step(i + 1))
    const ext = pathExt[ii]
    isexe(p + ext, { pathExt: pathExtExe }, (er, is) => {
      if (!er && is) {
        if (opt.all)
          found.push(p + ext)
        else
          return resolve(p + ext)
      }
      return resolve(subStep(p, i, ii + 1))
    })
  })

  return cb ? step(0).then(res => cb(null, res), cb) : step(0)
}

const whichSync = (cmd, opt) => {
  opt = opt || {}

  const { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt)
  const found = []

  for (let i = 0; i < pathEnv.length; i ++) {
    const ppRaw = pathEnv[i]
    const pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw

    const pCmd = path.join(pathPart, cmd)
    const p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd
      : pCmd

    for (let j = 0; j < pathExt.length; j ++) {
      const cur = p + pathExt[j]
      try {
        const is = isexe.sync(cur, { pathExt: pathExtExe })
        if (is) {
          if (opt.all)
            found.push(cur)
          else
            return cur
        }
      } catch (ex) {}
    }
  }

  if (opt.all && found.length)
    return found

  if (opt.nothrow)
    return null

  throw getNotFoundError(cmd)
}

module.exports = which
which.sync = whichSync


/***/ }),

/***/ 317:
/***/ ((module) => {

module.exports = loadLater("child_process");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = loadNow("fs");

/***/ }),

/***/ 928:
/***/ ((module) => {

module.exports = loadNow("path");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
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
  N: () => (/* binding */ execCommand)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/aws/partitions.js
/**
 * The partitions, by the prefix of their Regions' codes; the first row whose prefix fits counts. `dns` and `dualStack`
 * are what the service endpoints end in, `audience` what the identity providers made for GitHub expect there.
 * (AWS SDK for JavaScript, partitions; a test holds both together. The audience in China: README of
 * aws-actions/configure-aws-credentials.)
 */
const PARTITIONS = [
    {
        id: 'aws-cn',
        prefix: 'cn-',
        dns: 'amazonaws.com.cn',
        dualStack: 'api.amazonwebservices.com.cn',
        audience: 'sts.amazonaws.com.cn',
        regions: 'cn-north-1 cn-northwest-1',
    },
    {
        id: 'aws-us-gov',
        prefix: 'us-gov-',
        dns: 'amazonaws.com',
        dualStack: 'api.aws',
        audience: 'sts.amazonaws.com',
        regions: 'us-gov-east-1 us-gov-west-1',
    },
    {
        id: 'aws-iso-b',
        prefix: 'us-isob-',
        dns: 'sc2s.sgov.gov',
        dualStack: 'api.aws.scloud',
        audience: 'sts.amazonaws.com',
        regions: 'us-isob-east-1 us-isob-west-1',
    },
    {
        id: 'aws-iso-f',
        prefix: 'us-isof-',
        dns: 'csp.hci.ic.gov',
        dualStack: 'api.aws.hci.ic.gov',
        audience: 'sts.amazonaws.com',
        regions: 'us-isof-east-1 us-isof-south-1',
    },
    {
        id: 'aws-iso-e',
        prefix: 'eu-isoe-',
        dns: 'cloud.adc-e.uk',
        dualStack: 'api.cloud-aws.adc-e.uk',
        audience: 'sts.amazonaws.com',
        regions: 'eu-isoe-west-1',
    },
    {
        id: 'aws-iso',
        prefix: 'us-iso-',
        dns: 'c2s.ic.gov',
        dualStack: 'api.aws.ic.gov',
        audience: 'sts.amazonaws.com',
        regions: 'us-iso-east-1 us-iso-west-1',
    },
    {
        id: 'aws-eusc',
        prefix: 'eusc-',
        dns: 'amazonaws.eu',
        dualStack: 'api.amazonwebservices.eu',
        audience: 'sts.amazonaws.com',
        regions: 'eusc-de-east-1',
    },
    {
        id: 'aws',
        prefix: '',
        dns: 'amazonaws.com',
        dualStack: 'api.aws',
        audience: 'sts.amazonaws.com',
        regions: 'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ' +
            'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ' +
            'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 ' +
            'eu-west-3 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 ' +
            'us-east-2 us-west-1 us-west-2',
    },
];
/** The codes of all Regions that were known when this version was made. */
const KNOWN_REGIONS = PARTITIONS.flatMap(({ regions }) => regions.split(' '));
;// CONCATENATED MODULE: ./lib/bundling/aws/names.js

/** @returns the account ID, or undefined when the text is not exactly 12 digits */
function names_accountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
/** @returns the Region, or undefined when the text cannot be a Region's code */
function names_region(text) {
    return /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(text) ? text : undefined;
}
function partitionOf(place) {
    return partitionRow(place).id;
}
/** The audience that an identity provider for GitHub has in the partition of a Region. */
function defaultAudience(place) {
    return partitionRow(place).audience;
}
/** What hosts of services end in: those of a Region, and those that speak IPv6 too. */
function domainsOf(place) {
    return partitionRow(place);
}
function partitionRow(place) {
    const row = PARTITIONS.find(({ prefix }) => place.startsWith(prefix));
    if (row === undefined)
        throw new Error('the last row fits every Region');
    return row;
}
/** @returns the parts, or undefined when the text is not the ARN of an IAM role */
function names_parseRoleArn(text) {
    const match = /^arn:(aws(?:-[a-z-]+)?):iam::(\d{12}):role\/([\w+=,.@/-]{1,576})$/.exec(text);
    const [, partition, account, name] = match ?? [];
    if (partition === undefined || account === undefined || name === undefined)
        return undefined;
    if (name.startsWith('/') || name.endsWith('/'))
        return undefined;
    return { arn: text, partition, account: account, name };
}
/** Of a role that belongs to no account of AWS. */
const names_NO_ACCOUNT = '';
/**
 * The ARN of a role as other makers of an STS write it: `arn:minio:iam:::role/\u2026`. It names no account, and whoever
 * answers for it names no session either.
 */
function names_parseForeignRoleArn(text) {
    const match = /^arn:([a-z][a-z0-9-]{0,30}):iam:[a-z0-9-]{0,40}::role\/([\w+=,.@/-]{1,576})$/.exec(text);
    const [, partition, name] = match ?? [];
    if (partition === undefined || name === undefined || /^aws(-|$)/.test(partition))
        return undefined;
    return { arn: text, partition, account: names_NO_ACCOUNT, name };
}
/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
function roleArn(partition, account, name) {
    return `arn:${partition}:iam::${account}:role/${name}`;
}
;// CONCATENATED MODULE: ./lib/bundling/masked.js
/**
 * Text with everything in it that has the shape of an AWS key made unreadable: an ID becomes `AKIA\u2026WXYZ`, a secret or a
 * token `[withheld]`. It goes by the shape alone, for what is shown may hold a key that nobody looked for: a faulty
 * value, a file's name, an answer. What is no key and looks like one is hidden as well.
 */
function masked_masked(text) {
    return text.replace(LONG_RUN, run => {
        const withoutTokens = run.replace(TOKEN, WITHHELD);
        return maskedSecrets(withoutTokens).replace(ID, id => `${id.slice(0, 4)}\u2026${id.slice(-4)}`);
    });
}
const WITHHELD = '[withheld]';
/** Nothing shorter is a key. Each character is looked at once. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{20,}/g;
const ID = /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g;
/** Session tokens by the text that they begin with (see scan/detect/token-heads.ts), and keys of Bedrock. */
const TOKEN = /(?:[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)|ABSK|bedrock-api-key-)[A-Za-z0-9+/_=-]{20,}/g;
const LENGTH = 40;
/** Forty characters of base64 that stand alone, or as parts of a path (`/` is one of the characters). */
function maskedSecrets(run) {
    let safe = '';
    let done = 0;
    for (const { index } of run.matchAll(/(?<![A-Za-z0-9+])[A-Za-z0-9+/]/g)) {
        const end = index + LENGTH;
        if (index < done || end > run.length || /[A-Za-z0-9+]/.test(run.charAt(end)))
            continue;
        if (!isSecretLike(run.slice(index, end)))
            continue;
        safe += run.slice(done, index) + WITHHELD;
        done = end;
    }
    return safe + run.slice(done);
}
/** Words and hexadecimal change less often between capitals, small letters and digits: a secret does 25 times. */
const FEWEST_CHANGES = 15;
function isSecretLike(text) {
    if (!/^[A-Za-z0-9+/]+$/.test(text))
        return false;
    if (!(/[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)))
        return false;
    let changes = 0;
    for (let at = 1; at < text.length; at++)
        if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1)))
            changes++;
    return changes >= FEWEST_CHANGES;
}
function kindOf(unit) {
    if (unit >= 0x61)
        return 'small';
    if (unit >= 0x41)
        return 'capital';
    return unit >= 0x30 ? 'digit' : 'other';
}
;// CONCATENATED MODULE: ./lib/bundling/printable.js

/**
 * Untrusted text (file names, branches, actors, claims, server answers) as one harmless line: control characters,
 * line and paragraph separators, bidirectional controls, invisible characters and lone surrogates are shown as
 * escapes, so that nothing in it can end the line, reorder it, or begin a workflow command; and what has the shape of
 * an AWS key is not shown.
 *
 * @param text any string
 * @param limit the most characters to return; what is cut is shown as `\u2026`
 */
function printable_printable(text, limit = 1000) {
    const escaped = masked_masked(text).replace(UNPRINTABLE, visible);
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit - 1)}\u2026`;
}
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
/** True when a text is shown as it is: names that files are found by cannot be escaped. */
function isPrintable(text) {
    return text.search(UNPRINTABLE) < 0;
}
function visible(character) {
    switch (character) {
        case '\n':
            return '\\n';
        case '\r':
            return '\\r';
        case '\t':
            return '\\t';
        default:
            return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }
}
/**
 * A line of log output that the runner cannot take for a workflow command: it recognises `::` at the start of a
 * line (after white space, which for .NET includes U+0085) and the older `##[` anywhere in one (actions/runner,
 * ActionCommand.cs).
 */
function inert(text) {
    return text
        .replace(/^([\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*):(?=:)/gm, '$1:\u200b')
        .replace(/##\[/g, '##\u200b[');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/process-request.js


/** @returns undefined when the arguments are not `FOLDER ENVIRONMENT [read]` */
function parseProcessRequest(args) {
    const [folder, environment, purpose = 'deploy', ...more] = args;
    if (!folder || !environment || more.length > 0)
        return undefined;
    return purpose === 'deploy' || purpose === 'read' ? { folder, environment, purpose } : undefined;
}
/** The arguments that parseProcessRequest reads; without `deploy`, which is understood. */
function processArguments({ folder, environment, purpose }) {
    return purpose === 'read' ? [folder, environment, purpose] : [folder, environment];
}
/** The answer that the AWS tools read (AWS SDKs and Tools Reference Guide, process credential provider). */
function processAnswer({ credentials, account }) {
    return JSON.stringify({
        Version: 1,
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: credentials.expiration.toISOString(),
        ...(account !== names_NO_ACCOUNT && { AccountId: account }),
    });
}
/** A failure as one line, with everything that a refusal explains: the tools show no more of it, if any. */
function failureLine(error) {
    if (!isFailure(error)) {
        return printable_printable(`unexpected failure: ${error instanceof Error ? error.message : String(error)}`, 1000);
    }
    const { what, why, likely, write } = error.explanation;
    const parts = [
        what,
        why && `Why: ${why}`,
        likely && `Likely mistake: ${likely}`,
        write && `What to do: ${write}`,
    ].filter(part => part !== undefined);
    return printable_printable(parts.join(' | ').replace(/\s+/g, ' '), 5000);
}
/**
 * Whether every process of the job would fail like that. One that cannot ask for tokens may be alone in it: others may
 * have the variables that it lacks.
 */
function isEverybodysFailure(error) {
    return isFailure(error) && error.code !== 'no-identity-token';
}
/** By name: what is loaded for a renewal is a bundle of its own, with a class of its own. */
function isFailure(error) {
    return error instanceof Error && error.name === 'Failure' && 'explanation' in error;
}
/** Whether a failure can come from a request token that GitHub no longer honours. */
function concernsToken(code) {
    return code === 'no-identity-token' || code === 'unreachable';
}
;// CONCATENATED MODULE: ./lib/bundling/failure.js


const BRAND = Symbol.for('aws-temp-creds.failure');
/** An expected failure, ready to be shown. Holds no secret in any part; `cause` is never printed. */
class failure_Failure extends Error {
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
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function readRegularFile(path, most) {
    let file;
    try {
        file = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0));
        if (!(0,external_node_fs_namespaceObject.fstatSync)(file).isFile())
            return { kind: 'other' };
        // One byte more, to see that there is more: the size that the system says may be wrong.
        const content = filled(file, Math.min((0,external_node_fs_namespaceObject.fstatSync)(file).size, most) + 1, most);
        return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
function filled(file, expected, most) {
    let bytes = Buffer.alloc(expected);
    let end = 0;
    for (;;) {
        const count = (0,external_node_fs_namespaceObject.readSync)(file, bytes, end, bytes.length - end, null);
        end += count;
        if (count === 0 || end > most)
            return bytes.subarray(0, end);
        if (end === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/github/job.js


function productOf(job) {
    const host = URL.canParse(job.serverUrl) ? new URL(job.serverUrl).hostname : 'github.com';
    if (host === 'github.com')
        return 'github.com';
    return host.endsWith('.ghe.com') ? 'ghe.com' : 'server';
}
/** True where GitHub withholds secrets and the permission to ask for identity tokens. */
function isFork(job) {
    return job.event.pullRequest?.fromFork ?? false;
}
/** True for a pull request whose head is in the same repository: its author may push. */
function isOwnPullRequest(job) {
    return job.eventName.startsWith('pull_request') && job.event.pullRequest?.fromFork === false;
}
function isDependabot(job) {
    return job.actor === 'dependabot[bot]';
}
/**
 * @param variables the process's environment
 * @param payload the parsed JSON of the event; anything else than an object counts as empty
 */
function describeJob(variables, payload) {
    const text = (name) => variables[name] ?? '';
    return {
        onRunner: text('GITHUB_ACTIONS') === 'true',
        serverUrl: text('GITHUB_SERVER_URL') || 'https://github.com',
        repository: text('GITHUB_REPOSITORY'),
        repositoryId: text('GITHUB_REPOSITORY_ID'),
        ownerId: text('GITHUB_REPOSITORY_OWNER_ID'),
        eventName: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        sha: text('GITHUB_SHA'),
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        temporary: text('RUNNER_TEMP'),
        actor: text('GITHUB_ACTOR'),
        workflow: text('GITHUB_WORKFLOW'),
        workflowRef: text('GITHUB_WORKFLOW_REF'),
        jobId: text('GITHUB_JOB'),
        runId: text('GITHUB_RUN_ID'),
        runAttempt: text('GITHUB_RUN_ATTEMPT'),
        event: describeEvent(payload, text('GITHUB_REPOSITORY')),
    };
}
/** Reads the job of this process. A missing or unreadable event file counts as an empty event. */
function readJob(variables) {
    return describeJob(variables, readEvent(variables['GITHUB_EVENT_PATH']));
}
/** GitHub sends no more than 25 MB. */
const LARGEST_EVENT = 32 * 2 ** 20;
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const file = readRegularFile(path, LARGEST_EVENT);
        return file.kind === 'file' ? JSON.parse(file.content.toString('utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}
function describeEvent(payload, repository) {
    const base = commitAt(payload, 'pull_request', 'base', 'sha');
    const head = commitAt(payload, 'pull_request', 'head', 'sha');
    const before = commitAt(payload, 'before');
    const after = commitAt(payload, 'after');
    const groupBase = commitAt(payload, 'merge_group', 'base_sha');
    const groupHead = commitAt(payload, 'merge_group', 'head_sha');
    const number = at(payload, 'pull_request', 'number');
    const headRepository = at(payload, 'pull_request', 'head', 'repo', 'full_name');
    return {
        pullRequest: base !== undefined && head !== undefined
            ? {
                number: typeof number === 'number' ? number : 0,
                baseSha: base,
                headSha: head,
                // A deleted head repository is null: certainly not this one.
                fromFork: headRepository !== repository,
                baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
                headRef: textAt(payload, 'pull_request', 'head', 'ref'),
                title: textAt(payload, 'pull_request', 'title'),
                body: textAt(payload, 'pull_request', 'body'),
            }
            : undefined,
        push: before !== undefined && after !== undefined
            ? { before, after, forced: at(payload, 'forced') === true }
            : undefined,
        mergeGroup: groupBase !== undefined && groupHead !== undefined
            ? { baseSha: groupBase, headSha: groupHead }
            : undefined,
        defaultBranch: textAt(payload, 'repository', 'default_branch'),
    };
}
/** The name of a commit at a path of the payload; undefined unless it is a full SHA-1 or SHA-256 in hex. */
function commitAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
function textAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' ? value : undefined;
}
function at(payload, ...path) {
    let value = payload;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = Object.entries(value).find(([name]) => name === key)?.[1];
    }
    return value;
}
/** One line that says which job this is, for messages and session names. */
function jobLine(job) {
    return printable(`${job.repository} ${job.workflow} run ${job.runId}.${job.runAttempt} (${job.eventName})`);
}
;// CONCATENATED MODULE: ./lib/bundling/explain/preflight.js



const PERMISSION = 'permissions:\n  id-token: write   # lets the job ask GitHub for its OIDC token\n  contents: read';
/**
 * Why this job is offered no OIDC token: the runner sets ACTIONS_ID_TOKEN_REQUEST_URL and \u2026_TOKEN only for jobs with
 * `id-token: write`, and GitHub withholds that from forks and, by default, from Dependabot.
 */
function noTokenOffered(job) {
    const what = 'This job cannot get an OIDC token, so it gets no AWS credentials.';
    const why = 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set.';
    const failure = (likely, write, reason = why) => new failure_Failure('no-identity-token', { what, why: reason, likely, write });
    if (!job.onRunner) {
        return failure('The action runs outside of a GitHub Actions job; only there are tokens to be had.', 'Run it as a step of a workflow. On a laptop use IAM Identity Center: aws sso login.');
    }
    if (isFork(job)) {
        return failure('The pull request comes from a fork, and its author must not get at your accounts.', 'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository\nThe secret check needs no token: uses: org/aws-temp-creds/scan@v1', 'GitHub gives jobs of pull requests from forks no permission to ask for tokens.');
    }
    if (isDependabot(job)) {
        return failure('Dependabot started this run, and GitHub gives its runs a read-only token unless the workflow says otherwise.', `Give the permission in the workflow itself:\n${PERMISSION}\nor skip the step: if: github.actor != 'dependabot[bot]'`);
    }
    return failure('The job has no `id-token: write`. A `permissions` block replaces the defaults, so everything that is not in it is denied. In a reusable workflow the calling job must give the permission as well.', `${PERMISSION}${serverHint(job)}`);
}
function serverHint(job) {
    return productOf(job) === 'server'
        ? `\nOn GitHub Enterprise Server the issuer is ${job.serverUrl}/_services/token; AWS must be able to reach it, and GitHub Actions must have OIDC set up.`
        : '';
}
/** Nothing to scan: the workspace is empty, so the scan could vouch for nothing. */
function noCheckout(job) {
    return new Failure('scan-incomplete', {
        what: 'There is nothing to scan: the workspace of this job is empty.',
        why: `${printable(job.workspace, 300)} holds no file.`,
        likely: 'The repository is checked out after this step, or not at all.',
        write: 'Check it out first:\n- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\nA job that needs credentials but no checkout says so: `scan: off`.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/errors.js
/** A call to STS that gave no credentials. */
class StsProblem extends Error {
    name = 'StsProblem';
    problem;
    constructor(problem, options) {
        super(`${problem.code}: ${problem.message}`, options);
        this.problem = problem;
    }
}
/** Throttling goes by several names, all with status 400 or 429 (AWS SDK, service error classification). */
const PASSING = new Set([
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'RequestTimeout',
    'RequestTimeoutException',
    'InternalFailure',
    'InternalError',
    'ServiceUnavailable',
    // STS could not reach GitHub's issuer to verify the token; the only one that STS itself calls retryable.
    'IDPCommunicationError',
    'IDPCommunicationErrorException',
]);
/**
 * Texts under InvalidIdentityToken that the same token outlives: STS could not fetch the issuer's keys (many jobs at
 * once, a short outage; aws-actions/configure-aws-credentials#299), or one clock is a second ahead of the other.
 */
const HEALS_BY_WAITING = /retrieve verification key|not (?:yet|currently) valid|not valid (?:yet|before|until)|before .{0,40}\bnbf\b|\bnbf\b.{0,40}(?:future|before)|issued in the future|used before/i;
/** Texts under the code InvalidIdentityToken that no new token changes, but somebody in the account does. */
const ABOUT_THE_PROVIDER = /No OpenIDConnect provider found|Incorrect token audience|is not a valid audience/i;
/** The same, where nothing that was just made in the account is waited for. */
const SETTLED = /thumbprint|required claim|not present in the roles claim|not a valid JWT/i;
/** What the proxy or the certificate says stays as it is. */
const STAYS = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH/;
/** The kind of a code and text of AWS. */
function errors_kindOf(code, message, status) {
    if (PASSING.has(code) || status >= 500 || status === 429 || status === 408)
        return 'passing';
    if (code.startsWith('InvalidIdentityToken')) {
        if (HEALS_BY_WAITING.test(message))
            return 'passing';
        if (ABOUT_THE_PROVIDER.test(message))
            return 'settling';
        return SETTLED.test(message) ? 'final' : 'stale-token';
    }
    if (code.startsWith('ExpiredToken'))
        return 'stale-token';
    if (code.startsWith('AccessDenied') || /MaxSessionDuration/.test(message))
        return 'settling';
    return 'final';
}
/** A JWT, or what is left of one: validation errors repeat the values that were sent. */
const errors_TOKEN = /eyJ[\w-]+(?:\.[\w-]*){0,2}/g;
/** Characters of an answer's text that are looked at: the longest texts of AWS have some hundred. */
const LONGEST_TEXT = 2_000;
/** A text of whoever answered, without any token in it. */
function withoutTokens(text) {
    return text.slice(0, LONGEST_TEXT).replace(errors_TOKEN, '<token>');
}
/** An answer that has no credentials in it, understood. `code` undefined: it is no answer of AWS. */
function answeredProblem({ status, headers }, said, host, proxy) {
    if (said.code !== undefined) {
        const message = withoutTokens(said.message);
        const kind = errors_kindOf(said.code, message, status);
        const answerer = { kind: 'aws', status, requestId: said.requestId };
        return new StsProblem({ kind, code: said.code, message, answerer, host, proxy });
    }
    const type = (headers['content-type'] ?? '').slice(0, 100);
    const location = headers.location?.slice(0, 300);
    return new StsProblem({
        // A proxy that wants a password goes on wanting it.
        kind: status === 407 ? 'final' : 'passing',
        code: `HTTP ${status}`,
        message: `${type || 'no content type'}, which is no answer of AWS`,
        answerer: { kind: 'other', status, type, location },
        host,
        proxy,
    });
}
/** No answer at all, understood. */
function errors_unansweredProblem(error) {
    const stays = STAYS.test(error.code) || error.status === 407;
    return new StsProblem({
        kind: stays ? 'final' : 'passing',
        code: error.code,
        message: error.message.slice(0, LONGEST_TEXT),
        answerer: { kind: 'nobody', proxyStatus: error.status },
        host: error.host,
        proxy: error.proxy,
    }, { cause: error });
}
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = loadLater("node:net");
;// CONCATENATED MODULE: ./lib/bundling/aws/tunnel.js



/** The proxy answered, but opened no way. */
class ProxyRefusal extends Error {
    name = 'ProxyRefusal';
    status;
    constructor(status) {
        super(`the proxy answered HTTP ${status}`);
        this.status = status;
    }
}
/** Milliseconds that a proxy has to open the way. */
const TUNNEL_TIMEOUT = 8_000;
/**
 * Makes an agent whose connections lead through an HTTP proxy (CONNECT, RFC 9110 \u00a79.3.6). (Not a package's: that which
 * fits writes IPv6 addresses wrongly, loses the proxy's status, and goes on after an abort.)
 *
 * @returns for http
 */
function httpTunnel(proxy, options) {
    const agent = new HttpAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    agent.createConnection = (wanted, made) => {
        open(wanted).then(socket => made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** The same for https. */
function httpsTunnel(proxy, options) {
    const agent = new HttpsAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    const secured = agent.createConnection.bind(agent);
    agent.createConnection = (wanted, made) => {
        open(wanted)
            .then(socket => secured(Object.assign({}, wanted, { socket })))
            .then(socket => socket && made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** Opens ways through the proxy for an agent, and ends with it what is still being opened. */
function tunnel_opener(agent, proxy, options) {
    const opening = new Set();
    endOpeningWith(agent, opening);
    return async (wanted) => {
        const request = connectRequest(proxy, wanted, options);
        opening.add(request);
        try {
            return await opened(request);
        }
        finally {
            opening.delete(request);
        }
    };
}
/** Node's type wants a socket even beside an error; Node itself gives none. */
function fail(made, error) {
    made?.(error);
}
function opened(request) {
    return new Promise((resolve, reject) => {
        // Whatever answers CONNECT, with whatever status, Node gives its answer by this event.
        request.once('connect', (answer, socket) => {
            if (answer.statusCode === 200)
                return resolve(socket);
            socket.destroy();
            reject(new ProxyRefusal(answer.statusCode ?? 0));
        });
        request.once('timeout', () => request.destroy(new Error('the proxy opens no connection')));
        request.once('error', reject);
        request.end();
    });
}
/** What is still being opened ends with the agent, which knows nothing of it yet. */
function endOpeningWith(agent, opening) {
    const destroy = agent.destroy.bind(agent);
    agent.destroy = () => {
        for (const request of opening)
            request.destroy();
        destroy();
    };
}
function connectRequest(proxy, { host, port }, { ca }) {
    const target = `${isIPv6(host ?? '') ? `[${host}]` : host}:${port}`;
    const login = proxy.login === ''
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(proxy.login).toString('base64')}` };
    const options = {
        method: 'CONNECT',
        host: proxy.host,
        port: proxy.port,
        path: target,
        setHost: false,
        headers: { host: target, ...login },
        agent: false,
        timeout: TUNNEL_TIMEOUT,
    };
    return proxy.protocol === 'http:'
        ? httpRequest(options)
        : httpsRequest({ ...options, servername: proxy.host, ...(ca && { ca }) });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/send.js



/**
 * There was no answer. `code` is Node's or OpenSSL's, or one of ours: `NoConnection`, `NoAnswer`, `TimeIsUp`,
 * `TooLarge`, `ProxyRefusal`.
 */
class send_NoAnswer extends Error {
    name = 'NoAnswer';
    code;
    /** Host, and port where it is not the usual one, that was asked. */
    host;
    proxy;
    /** Of the proxy, when it opened no way. */
    status;
    constructor(cause, { url }, connection) {
        super(messageOf(cause), { cause });
        this.code = codeOf(cause);
        this.host = url.host;
        this.proxy = connection.proxyOf(url);
        this.status = cause instanceof ProxyRefusal ? cause.status : undefined;
    }
}
/** Milliseconds: to connect, and for the whole of it. */
const CONNECT_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
/** Bytes; the answers that are wanted have some two thousand. */
const LARGEST_ANSWER = (/* unused pure expression or super */ null && (256 * 1024));
/**
 * Sends one request and reads the answer, whatever it is.
 *
 * @param signal ends it when the time for everything is up
 * @throws NoAnswer when none came
 */
async function send_send(request, connection, signal) {
    try {
        return await exchanged(request, connection, signal);
    }
    catch (error) {
        throw new send_NoAnswer(signal.aborted ? new Ended('TimeIsUp', 'the time was up') : error, request, connection);
    }
}
/** One of our own reasons to give up. */
class Ended extends Error {
    code;
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
function exchanged({ method, url, headers, body }, connection, signal) {
    return new Promise((done, failed) => {
        if (signal.aborted)
            return failed(new Ended('TimeIsUp', 'the time was up'));
        const options = { method, headers };
        const outgoing = url.protocol === 'https:'
            ? httpsRequest(url, { ...options, agent: connection.httpsAgent(url) })
            : httpRequest(url, { ...options, agent: connection.httpAgent(url) });
        // A request that still waits for its connection says nothing when it is destroyed, so this is told here.
        const stop = limitTime(outgoing, signal, reason => {
            stop();
            outgoing.destroy(reason);
            failed(reason);
        });
        outgoing.on('error', error => {
            stop();
            failed(error);
        });
        outgoing.on('response', answer => {
            read(answer).then(done, failed).finally(stop);
        });
        outgoing.end(body);
    });
}
/** @returns ends the limits */
function limitTime(outgoing, signal, giveUp) {
    const connecting = setTimeout(() => giveUp(new Ended('NoConnection', `no connection within ${CONNECT_TIMEOUT / 1000} s`)), CONNECT_TIMEOUT);
    const answering = setTimeout(() => giveUp(new Ended('NoAnswer', `no answer within ${REQUEST_TIMEOUT / 1000} s`)), REQUEST_TIMEOUT);
    const end = () => giveUp(new Ended('TimeIsUp', 'the time was up'));
    signal.addEventListener('abort', end, { once: true });
    outgoing.on('finish', () => clearTimeout(connecting));
    return () => {
        clearTimeout(connecting);
        clearTimeout(answering);
        signal.removeEventListener('abort', end);
    };
}
async function read(answer) {
    const parts = [];
    let size = 0;
    for await (const part of answer) {
        if (!Buffer.isBuffer(part))
            continue;
        size += part.length;
        if (size > LARGEST_ANSWER) {
            answer.destroy();
            throw new Ended('TooLarge', `the answer has more than ${LARGEST_ANSWER / 1024} KB`);
        }
        parts.push(part);
    }
    return {
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(parts).toString('utf8'),
    };
}
function codeOf(error) {
    if (error instanceof ProxyRefusal)
        return 'ProxyRefusal';
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'NoAnswer';
}
/** Of several addresses that were tried Node tells the errors, and no message. */
function messageOf(error) {
    if (error instanceof AggregateError)
        return error.errors.map(messageOf).join('; ');
    return error instanceof Error ? error.message : String(error);
}
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
;// CONCATENATED MODULE: ./lib/bundling/credentials/retry.js

/** First delay in milliseconds; it doubles with every attempt. Full jitter: each delay is random from 0 to that. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 5_000;
/**
 * Calls until it succeeds, it fails for a reason that waiting does not heal, or patience ends. (Not a library's loop:
 * those that are kept cannot be interrupted while they wait, and then call once more for nobody.)
 *
 * @param call gets the number of the attempt, from 1
 * @param canHeal whether another attempt may pass; asked only when there can be one
 * @throws what the last call threw
 */
async function retry_withPatience({ maxAttempts, signal }, call, canHeal) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call(attempt);
        }
        catch (error) {
            const another = attempt < maxAttempts && !signal.aborted && canHeal(error);
            if (!another || !(await waited(delayAfter(attempt), signal)))
                throw error;
        }
    }
}
function delayAfter(attempt) {
    return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1));
}
/** @returns false when the wait was cut short */
async function waited(milliseconds, signal) {
    try {
        await wait(milliseconds, undefined, { signal });
        return true;
    }
    catch {
        return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/explain/outage.js

/** What is said of a request that nobody answered, or somebody else. */
function outage_outageAdvice(outage, whose) {
    const { answerer } = outage;
    if (answerer.kind === 'other') {
        return answerer.status === 407 ? proxyLogin(outage) : answeredByAnother(outage, answerer, whose);
    }
    const proxyStatus = answerer.kind === 'nobody' ? answerer.proxyStatus : undefined;
    if (outage.code === 'TimeIsUp')
        return timeIsUp(outage);
    if (proxyStatus === 407)
        return proxyLogin(outage);
    if (proxyStatus !== undefined)
        return proxyRefused(outage, proxyStatus);
    if (CERTIFICATE.test(outage.code))
        return certificate(outage);
    if (outage.proxy !== undefined && CONNECTING.has(outage.code))
        return proxyDead(outage, outage.proxy);
    return notReached(outage);
}
/** Codes of OpenSSL and Node for certificates and for what is no TLS at all. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|^EPROTO$/;
/** What a connection that was not made fails with. */
const CONNECTING = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'NoConnection',
    'NoAnswer',
]);
function timeIsUp({ host, proxy }) {
    const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
    return {
        why: `No answer came before the time was up (input \`timeout\`); ${host} was still waited for${through}.`,
        likely: `The network is slow or cut off, or ${host} can only be reached through a proxy that is not named.`,
        write: `Give it longer (\`timeout: 2m\`), or find out why ${host} does not answer this runner.`,
    };
}
function proxyLogin({ host, proxy }) {
    const name = proxy === undefined ? 'A proxy in between' : `The proxy ${proxy.shown} (${proxy.variable})`;
    const given = proxy?.hasLogin === true;
    return {
        why: `${name} let nothing through to ${host}: HTTP 407, it wants a user and a password.`,
        likely: given
            ? 'The user or the password is wrong or has expired, or holds characters that must be written as %XX in a URL.'
            : 'The password is missing: the variable names the proxy without one.',
        write: given
            ? 'Correct the login in `http-proxy` (or the variable); write @ as %40, : as %3A, # as %23.'
            : 'Write it with the login, from a secret: http-proxy: http://USER:${{ secrets.PROXY_PASSWORD }}@HOST:PORT',
    };
}
function proxyRefused({ host, proxy }, status) {
    const cannot = status >= 500;
    return {
        why: `The proxy ${proxy?.shown ?? ''} (${proxy?.variable ?? ''}) opened no way to ${host}: HTTP ${status}.`,
        likely: cannot
            ? `The proxy itself cannot reach ${host}, or has trouble.`
            : `The proxy does not allow ${host}, or is no proxy.`,
        write: `Have ${host} allowed at the proxy, or except it: NO_PROXY=${outage_hostname(host)}`,
    };
}
function proxyDead({ host, code, message }, proxy) {
    return {
        why: `The proxy ${proxy.shown}, which ${proxy.variable} names, does not answer: ${shown(code, message)}.`,
        likely: 'The address or the port of the proxy is wrong, or it is not reachable from this runner.',
        write: `Correct ${proxy.variable} (or the input \`http-proxy\`), or reach ${host} without it: NO_PROXY=${outage_hostname(host)}`,
    };
}
function certificate({ host, code, message, proxy }) {
    const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
    return {
        why: `The certificate of ${host}${through} is not trusted: ${shown(code, message)}.`,
        likely: /EXPIRED|NOT_YET_VALID/.test(code)
            ? 'The clock of the runner is wrong, or the certificate of something in between has run out.'
            : /EPROTO|ERR_SSL|WRONG_VERSION/.test(code)
                ? 'What answers there speaks no TLS: a port of plain http, or a proxy that is named with https:// and is an http:// one.'
                : 'A proxy or firewall of your network opens TLS connections and shows a certificate of its own authority.',
        write: 'Name that authority in a PEM file: AWS_CA_BUNDLE=/path/ca.pem (this action and the AWS tools) or NODE_EXTRA_CA_CERTS=/path/ca.pem, in `env:` of the job or of the runner.',
    };
}
function notReached({ host, code, message }) {
    const unknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    return {
        why: `${host} could not be reached: ${shown(code, message)}.`,
        likely: unknown
            ? `The runner's name server does not know ${host}: no way to the internet, a proxy that is not named, or a Region that has no such endpoint.`
            : 'A firewall, or the runner reaches the internet only through a proxy that is not named.',
        write: `Let the runner reach ${host} (port 443), or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
    };
}
function answeredByAnother({ host, proxy }, { status, type, location }, whose) {
    const leads = location === undefined ? '' : `, leading to ${printable(location, 200)}`;
    const through = proxy === undefined ? '' : `, through the proxy ${proxy.shown}`;
    const busy = status >= 500 || status === 429 || status === 408;
    return {
        why: `${host} answered HTTP ${status} (${printable(type, 100) || 'no content type'})${leads}${through}: that is no answer of ${whose}.`,
        likely: busy
            ? `${whose} is overloaded or down, or a proxy or load balancer in between is.`
            : `Something between this runner and ${whose} answers in its place: a proxy, a firewall, or a portal that wants a login.`,
        write: busy
            ? `Run the job again; see ${whose === 'AWS' ? 'https://health.aws.amazon.com' : 'https://www.githubstatus.com'}.`
            : `Have ${host} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`; check \`sts-endpoint\` and AWS_ENDPOINT_URL_STS if they are set.`,
    };
}
function outage_hostname(host) {
    return host.replace(/:\d+$/, '');
}
function shown(code, message) {
    const text = printable(message, 200);
    return text === '' || text.includes(code) || /^[A-Z][a-z]/.test(code) ? text || code : `${code} (${text})`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/token-service.js



const WRITE_PERMISSION = 'Check that the job has `permissions: id-token: write`, and run it again; see https://www.githubstatus.com.';
/** GitHub's token service answered, and gave no token. */
function token_service_noTokenGiven(refusal) {
    const { status, attempts } = refusal;
    const times = attempts === 1 ? '' : `, ${attempts} times`;
    const what = `GitHub gave no OIDC token: it answered HTTP ${status}${times}.`;
    const advice = byStatus(refusal);
    return new Failure(isOutage(refusal) ? 'unreachable' : 'no-identity-token', { what, ...advice });
}
function isOutage({ status }) {
    return status >= 500 || status === 429 || status === 408 || status < 400 || status === 407;
}
function byStatus(refusal) {
    const { status, host, until, now } = refusal;
    if (isOutage(refusal))
        return outageAdvice(asOutage(refusal), 'GitHub');
    if ((status === 401 || status === 403) && until !== undefined && until <= now) {
        return {
            why: `The job's right to ask for tokens ended at ${until.toISOString()}, about six hours after it began.`,
            likely: 'The job runs longer than GitHub gives it tokens for.',
            write: 'Split the job, so that each one asks for its credentials while it is younger than six hours; or ask for a session that lasts to its end: `role-duration-seconds: 12h` (`duration: 12h`; the role has to allow it).',
        };
    }
    if (status === 401) {
        return {
            why: `${host} does not take the job's own token for asking (ACTIONS_ID_TOKEN_REQUEST_TOKEN), which is still valid by its own account.`,
            likely: 'GitHub has trouble, or a step has changed the variable; on a self-hosted runner its clock may be wrong.',
            write: WRITE_PERMISSION,
        };
    }
    if (status === 403) {
        return {
            why: `${host} knows the job, and does not let it have a token.`,
            likely: 'The organization or enterprise does not allow OIDC tokens for this repository, an IP allow list does not hold this runner, or a firewall answers for GitHub.',
            write: WRITE_PERMISSION,
        };
    }
    if (status === 404) {
        return {
            why: `The address that the runner gave (ACTIONS_ID_TOKEN_REQUEST_URL) leads to nothing on ${host}.`,
            likely: 'A step has changed the variable, or OIDC is not set up on this GitHub Enterprise Server.',
            write: 'Let no step set ACTIONS_ID_TOKEN_REQUEST_URL. On GitHub Enterprise Server an administrator sets up OIDC for Actions.',
        };
    }
    return {
        why: `${host} does not take the request.`,
        likely: 'The audience holds something that GitHub does not take, or a step has changed ACTIONS_ID_TOKEN_REQUEST_URL.',
        write: 'Correct `audience` (default: sts.amazonaws.com), and let no step set that variable.',
    };
}
function asOutage({ status, type, location, host }) {
    return {
        code: `HTTP ${status}`,
        message: '',
        answerer: { kind: 'other', status, type, location },
        host,
        proxy: undefined,
    };
}
/** It answered with success, and with no token. */
function token_service_noTokenInside(host, type) {
    return new Failure('unreachable', {
        what: `GitHub gave no OIDC token: the answer of ${printable(host, 200)} holds none.`,
        why: `It answered HTTP 200 (${printable(type, 100) || 'no content type'}), and nothing in it is a token.`,
        likely: 'A proxy, a firewall or a portal that wants a login answers in the place of GitHub.',
        write: `Have ${printable(host, 200)} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
    });
}
/** Nobody answered. */
function token_service_tokenServiceUnreachable(outage, cause) {
    const reason = outage.code === 'TimeIsUp'
        ? 'no answer came before the time was up (input `timeout`)'
        : printable(outage.message, 300) || outage.code;
    return new Failure('unreachable', {
        what: `GitHub's token service ${outage.host} could not be reached: ${reason}`,
        ...outageAdvice(outage, 'GitHub'),
    }, { cause });
}
/** The runner's address for tokens is none. */
function token_service_unusableTokenUrl() {
    return new Failure('no-identity-token', {
        what: 'This job cannot get an OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL is not a URL.',
        why: 'The runner sets it to the address of the token service; what it is set to now is none.',
        likely: 'A step, or `env:` of the job, has changed it.',
        write: 'Let nothing in the workflow set ACTIONS_ID_TOKEN_REQUEST_URL.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/github/oidc-token.js






/** Whether the runner offers this process tokens: it sets both variables in jobs with `id-token: write`. */
function offersTokens(variables) {
    return Boolean(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] && variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}
/** How often GitHub is asked when it says that the job may not ask, while the job's request token is still valid. */
const MOST_REFUSALS = 4;
/**
 * @param variables with the runner's two request variables; see offersTokens
 */
function tokenSource(variables, services) {
    const tokens = new Map();
    const ask = (audience) => askForToken(variables, audience, services);
    return {
        get: async (audience, refused) => {
            const known = tokens.get(audience);
            if (known !== undefined && (refused === undefined || (await known) !== refused))
                return known;
            // While this one waited another target may have asked already.
            const newer = tokens.get(audience);
            if (newer !== undefined && newer !== known)
                return newer;
            const asked = ask(audience);
            tokens.set(audience, asked);
            return asked;
        },
    };
}
/** The address of the token service. @throws Failure `no-identity-token` when the runner's variable is no URL */
function tokenServiceUrl(variables) {
    const given = variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
        throw unusableTokenUrl();
    return new URL(given);
}
async function askForToken(variables, audience, { connection, patience, mask, onRetry }) {
    const url = tokenServiceUrl(variables);
    url.searchParams.set('audience', audience);
    const bearer = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    const until = endOf(bearer);
    let attempts = 0;
    const call = async (attempt) => {
        attempts = attempt;
        const answer = await send({ method: 'GET', url, headers: headersFor(bearer) }, connection, patience.signal);
        const jwt = tokenIn(answer);
        if (jwt === undefined)
            throw new NoToken(answer);
        mask(jwt);
        return jwt;
    };
    const canHeal = (error) => {
        const heals = isPassing(error, attempts, until);
        if (heals)
            onRetry(reasonOf(error), attempts);
        return heals;
    };
    const jwt = await withPatience(patience, call, canHeal).catch((error) => {
        throw failureOf(error, url, attempts, until);
    });
    const claims = decodeClaims(jwt);
    if (claims === undefined)
        throw noTokenInside(url.host, 'a text that is no JWT with issuer and subject');
    return { jwt, claims };
}
function headersFor(bearer) {
    return {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json; api-version=2.0',
        'user-agent': 'aws-temp-creds',
    };
}
/** GitHub's answer, or that of something in between, when there is no token in it. */
class NoToken extends Error {
    answer;
    constructor(answer) {
        super(`HTTP ${answer.status}`);
        this.answer = answer;
    }
}
/** A 401 or 403 passes at times while GitHub has trouble; after the request token's end it stays. */
function isPassing(error, attempts, until) {
    if (error instanceof NoAnswer)
        return unansweredProblem(error).problem.kind === 'passing';
    if (!(error instanceof NoToken))
        return false;
    const { status } = error.answer;
    if (status === 401 || status === 403)
        return attempts < MOST_REFUSALS && (until === undefined || until > new Date());
    return status < 400 || status >= 500 || status === 429 || status === 408;
}
function reasonOf(error) {
    return error instanceof NoAnswer ? error.code : error instanceof Error ? error.message : String(error);
}
function failureOf(error, url, attempts, until) {
    if (error instanceof NoAnswer)
        return tokenServiceUnreachable(unansweredProblem(error).problem, error);
    if (!(error instanceof NoToken))
        return error;
    const { status, headers } = error.answer;
    const type = headers['content-type'] ?? '';
    if (status === 200)
        return noTokenInside(url.host, type);
    const { location } = headers;
    return noTokenGiven({ status, type, location, host: url.host, attempts, until, now: new Date() });
}
/** The `value` of the answer, which is JSON. */
function tokenIn({ status, body }) {
    if (status !== 200)
        return undefined;
    try {
        const answer = JSON.parse(body);
        if (typeof answer !== 'object' || answer === null || !('value' in answer))
            return undefined;
        return typeof answer.value === 'string' && answer.value !== '' ? answer.value : undefined;
    }
    catch {
        return undefined;
    }
}
/** When a request token, a JWT, ends; undefined: it does not say. */
function endOf(bearer) {
    const payload = Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8');
    const seconds = Fields.parse(payload)?.number('exp');
    return seconds === undefined ? undefined : new Date(seconds * 1000);
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function makePrivateFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function private_file_createPrivateFile(path, content) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'wx', 0o600);
    try {
        (0,external_node_fs_namespaceObject.fchmodSync)(file, 0o600);
        (0,external_node_fs_namespaceObject.writeFileSync)(file, content);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
        throw error;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/**
 * Writes a file that only this user may read, so that no reader ever sees a part of it: to a new name beside it, then
 * renamed. A link that somebody put at either name is not followed: the new name must not exist, and a rename replaces.
 * (The name is unique without node:crypto, which takes longer to load than everything else that a start does.)
 */
function private_file_writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    private_file_createPrivateFile(temporary, content);
    try {
        renamePatiently(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** @returns the text, or undefined when there is no such file (or it cannot be read) */
function private_file_readIfThere(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** On Windows a file cannot be replaced during the instant in which another process has it open. */
function renamePatiently(from, to) {
    for (let attempt = 1;; attempt += 1) {
        try {
            (0,external_node_fs_namespaceObject.renameSync)(from, to);
            return;
        }
        catch (error) {
            if (attempt === 20 || !isBusy(error))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}
function isBusy(error) {
    const code = private_file_errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function private_file_errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/broker.js





const WORD_BYTES = 32;
/**
 * @param folder private; a file with the word is made in it
 * @param answer gives what a caller is told; called once for each
 */
async function startBroker(folder, answer) {
    const word = (0,external_node_crypto_namespaceObject.randomBytes)(WORD_BYTES).toString('hex');
    const address = (0,external_node_os_namespaceObject.platform)() === 'win32'
        ? `\\\\.\\pipe\\aws-temp-creds-${(0,external_node_crypto_namespaceObject.randomBytes)(16).toString('hex')}`
        : (0,external_node_path_namespaceObject.join)(folder, 'socket');
    const server = (0,external_node_net_namespaceObject.createServer)(socket => {
        socket.on('error', () => { });
        receiveLine(socket, line => {
            if (!isSame(line, word)) {
                socket.destroy();
                return;
            }
            answer()
                .catch(() => ({ failure: 'failed for a reason that it does not know' }))
                .then(told => socket.end(`${JSON.stringify(told)}\n`));
        });
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(address, resolve);
    });
    private_file_writePrivateFile(admissionPath(folder), JSON.stringify({ address, word }));
    return { close: () => void server.close() };
}
/** The file that a caller is told of; whoever can read it is the user. */
function admissionPath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'broker.json');
}
/** @returns undefined: there is none, the command has ended */
function readAdmission(folder) {
    try {
        const { address, word } = JSON.parse(readIfThere(admissionPath(folder)) ?? '');
        return typeof address === 'string' && typeof word === 'string' ? { address, word } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Calls back once, with what comes before the first newline; what is longer than any word is not waited for. */
function receiveLine(socket, take) {
    let text = '';
    socket.on('data', function onData(part) {
        text += part.toString('latin1');
        const end = text.indexOf('\n');
        if (end < 0 && text.length <= WORD_BYTES * 2)
            return;
        socket.off('data', onData);
        take(end < 0 ? '' : text.slice(0, end));
    });
}
function isSame(given, word) {
    const [one, other] = [Buffer.from(given, 'latin1'), Buffer.from(word, 'latin1')];
    return one.length === other.length && (0,external_node_crypto_namespaceObject.timingSafeEqual)(one, other);
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/credential-formats.js
/** How credentials are printed. */
const FORMATS = (/* unused pure expression or super */ null && (['process', 'json', 'env', 'bash', 'zsh', 'fish', 'pwsh', 'cmd']));
/** Variables that would name somebody else beside the credentials. */
const OTHERS = (/* unused pure expression or super */ null && (['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']));
/**
 * Credentials in a form that another program reads.
 *
 * @param region of the profile, for shells: without the profile nobody tells it otherwise
 */
function formatCredentials(stored, region, format) {
    if (format === 'process')
        return `${processJson(stored)}\n`;
    const variables = Object.entries(variablesOf(stored, region));
    if (format === 'json')
        return `${JSON.stringify(Object.fromEntries(variables), null, 2)}\n`;
    const { set, unset } = SYNTAX[format];
    const lines = [
        ...(unset === undefined ? [] : OTHERS.map(unset)),
        ...variables.map(([name, value]) => set(name, value)),
    ];
    return `${lines.join('\n')}\n`;
}
/** The answer that the AWS tools read (AWS SDKs and Tools Reference Guide, process credential provider). */
function processJson({ credentials, account }) {
    return JSON.stringify({
        Version: 1,
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: credentials.expiration.toISOString(),
        ...(account !== undefined && { AccountId: account }),
    });
}
function variablesOf({ credentials, account }, region) {
    return {
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_SESSION_TOKEN: credentials.sessionToken,
        AWS_CREDENTIAL_EXPIRATION: credentials.expiration.toISOString(),
        ...(account !== undefined && { AWS_ACCOUNT_ID: account }),
        ...(region !== undefined && { AWS_REGION: region, AWS_DEFAULT_REGION: region }),
    };
}
const POSIX = {
    set: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
    unset: name => `unset ${name}`,
};
const SYNTAX = {
    env: { set: (name, value) => `${name}=${value}`, unset: undefined },
    bash: POSIX,
    zsh: POSIX,
    fish: {
        set: (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`,
        unset: name => `set -e ${name}`,
    },
    pwsh: {
        set: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
        unset: name => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
    },
    // What cmd.exe would expand or take for its own cannot stand in base64, ARNs or times; see `isHarmless`.
    cmd: { set: (name, value) => `set "${name}=${value}"`, unset: name => `set "${name}="` },
};
/** Whether every value is of letters that no shell takes for its own, as all that AWS gives out are. */
function isHarmless(stored, region) {
    return Object.values(variablesOf(stored, region)).every(value => /^[A-Za-z0-9+/=_.:-]*$/.test(value));
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/lock.js





/** The patience is longer than an exchange may take at its default bound. */
const TIMING = { heartbeat: 1_000, lease: 6_000, patience: 90_000 };
const POLL = 20;
/**
 * @param folder of this lock alone; created when it does not exist
 * @param done asked before and during waiting; a value ends it
 */
async function lock_lockUnless(folder, done, timing = TIMING) {
    const start = performance.now();
    const watched = new Watch(timing.lease);
    try {
        if (mkdirSync(folder, { mode: 0o700, recursive: true }) !== undefined)
            chmodSync(folder, 0o700);
        while (performance.now() - start < timing.patience) {
            const value = done();
            if (value !== undefined)
                return { kind: 'done', value };
            const generation = latest(folder);
            if (generation === 0 || hasEnded(folder, generation, watched)) {
                const lock = take(folder, generation + 1, timing.heartbeat);
                if (lock !== undefined)
                    return { kind: 'locked', lock };
            }
            else {
                await delay(POLL * (0.5 + Math.random()));
            }
        }
    }
    catch {
        // A cache that cannot be locked is still a cache: at worst two processes ask for credentials at the same time.
    }
    return { kind: 'unlockable' };
}
function latest(folder) {
    return Math.max(0, ...readdirSync(folder).flatMap(name => (/^\d{1,15}$/.test(name) ? Number(name) : [])));
}
function hasEnded(folder, generation, watched) {
    const path = join(folder, String(generation));
    if (exists(`${path}.free`))
        return true;
    return isDead(readIfThere(path)) || watched.isStill(generation, touchedAt(path));
}
/** How long a generation's file has not changed, by this process's own clock: file systems have clocks of their own. */
class Watch {
    #lease;
    #seen = '';
    #since = 0;
    constructor(lease) {
        this.#lease = lease;
    }
    isStill(generation, touched) {
        const state = `${generation} ${touched}`;
        if (state !== this.#seen) {
            this.#seen = state;
            this.#since = performance.now();
        }
        return performance.now() - this.#since > this.#lease;
    }
}
/** @returns undefined when somebody else was faster */
function take(folder, generation, heartbeat) {
    const path = join(folder, String(generation));
    try {
        createPrivateFile(path, JSON.stringify({ pid: process.pid, place: place() }));
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return undefined;
        throw error;
    }
    if (latest(folder) > generation) {
        // This generation was removed by the holder of a later one while we were about to follow its predecessor.
        rmSync(path, { force: true });
        return undefined;
    }
    removeBefore(folder, generation);
    const beating = setInterval(() => touch(path), heartbeat);
    beating.unref();
    return {
        release: () => {
            clearInterval(beating);
            try {
                createPrivateFile(`${path}.free`, '');
            }
            catch {
                // The folder is gone, or the next one waits for our process's end.
            }
        },
    };
}
function removeBefore(folder, generation) {
    for (const name of readdirSync(folder)) {
        if (Number.parseInt(name, 10) < generation)
            rmSync(join(folder, name), { force: true });
    }
}
function touch(path) {
    const now = new Date();
    try {
        utimesSync(path, now, now);
    }
    catch {
        // Removed with its folder, or taken over.
    }
}
function touchedAt(path) {
    try {
        return statSync(path).mtimeMs;
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return touchedAt(path) !== undefined;
}
/** Whether the holder is a process of this very machine that no longer runs. A file without content says nothing. */
function isDead(holder) {
    const match = /^\{"pid":(\d{1,10}),"place":"([^"\\]*)"\}$/.exec(holder ?? '');
    const [, pid, where] = match ?? [];
    if (pid === undefined || where !== place())
        return false;
    try {
        process.kill(Number(pid), 0);
        return false;
    }
    catch (error) {
        return errorCode(error) === 'ESRCH';
    }
}
/** Where a process number means the same process: the host, and on Linux the namespace (containers share folders). */
function place() {
    return `${hostname().replace(/[^\w.-]/g, '_')} ${processNamespace()}`;
}
function processNamespace() {
    try {
        return readlinkSync('/proc/self/ns/pid');
    }
    catch {
        return process.platform;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/folder-trust.js



const GROUP_OR_OTHERS_WRITE = 0o022;
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;
/**
 * Whether a folder is a real one that nobody but the users of this job can change: what stands in it may be believed,
 * and a command in it may be run. On Windows, which has no owners and modes of this kind, a real folder is enough.
 */
function folder_trust_isOurFolder(path) {
    try {
        const status = lstatSync(path);
        return status.isDirectory() && distrust(status, 'strictly') === undefined;
    }
    catch {
        return false;
    }
}
/**
 * Refuses to write secrets below a folder that others own or may change: whoever can rename what lies in it decides
 * what the tools of this job read, and a profile names a command to run.
 *
 * @param rule `strictly` for folders that are made for us; `shared` for RUNNER_TEMP, which may be as open as /tmp is,
 *   where nobody can rename what is another's
 * @throws Failure `wrong-configuration`; what lstat throws where there is nothing
 */
function refuseUnsafeFolder(path, rule) {
    const status = rule === 'shared' ? statSync(path) : lstatSync(path);
    if (!status.isDirectory()) {
        throw new Failure('wrong-configuration', {
            what: `${printable(path)} is not a folder.`,
            why: 'Profiles are written there, and a link could lead them anywhere.',
            likely: 'An earlier step put a link or a file in its place.',
            write: "Leave the runner's temporary folder to the runner.",
        });
    }
    const reason = distrust(status, rule);
    if (reason === undefined)
        return;
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} ${reason}. No credentials are written below it.`,
        why: 'Whoever can change that folder can replace what the AWS tools of this job read there, commands included.',
        likely: 'Another user of this machine made the folder, or a step made it writable for everybody.',
        write: `Remove the folder, or give it back to the user of the runner: chown "$(id -u)" and chmod go-w ${printable(path)}`,
    });
}
function distrust(status, rule) {
    const users = usersOfThisJob();
    if (users === undefined)
        return undefined;
    if (!users.has(status.uid))
        return `belongs to another user (${status.uid})`;
    if (rule === 'strictly') {
        return status.mode & GROUP_OR_OTHERS_WRITE ? 'may be changed by other users' : undefined;
    }
    if (status.mode & STICKY)
        return undefined;
    const ourGroup = process.getgroups?.().includes(status.gid) || process.getegid?.() === status.gid;
    const open = status.mode & (ourGroup ? OTHERS_WRITE : GROUP_OR_OTHERS_WRITE);
    return open ? 'may be changed by other users' : undefined;
}
/**
 * This process's user, root, and the runner's user, who decides about the job anyway: in a job's container the process
 * is root, and the folders belong to the user outside. Undefined on systems without user numbers.
 */
function usersOfThisJob() {
    const own = process.geteuid?.();
    if (own === undefined)
        return undefined;
    const users = new Set([own, 0]);
    const runner = ownerOf(process.env['GITHUB_ENV']);
    if (runner !== undefined)
        users.add(runner);
    const invoker = process.env['SUDO_UID'] ?? '';
    if (own === 0 && /^\d{1,10}$/.test(invoker))
        users.add(Number(invoker));
    return users;
}
function ownerOf(path) {
    try {
        return path ? statSync(path).uid : undefined;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/job-file.js



const USES = (/* unused pure expression or super */ null && (['by default', 'by name', 'beside keys']));
const FORMAT = 'aws-temp-creds/2';
function job_file_jobFilePath(folder) {
    return join(folder, 'job.json');
}
function cacheFolder(folder) {
    return join(folder, 'cache');
}
/** The folder of one role's lock. */
function lockFolder(folder, key) {
    return join(folder, 'cache', `${key}.lock`);
}
/** Name of a role's files in the cache: by position, for names that differ only in case may be one file. */
function cacheKey(job, name, purpose) {
    const position = job.environments.findIndex(({ target }) => target.name === name);
    return purpose === 'deploy' ? String(position) : `${position}-read`;
}
/** The target of an environment; undefined when the job has no such environment, or that has no role to read with. */
function targetFor(job, name, purpose) {
    const found = job.environments.find(({ target }) => target.name === name);
    if (found === undefined || purpose === 'deploy')
        return found?.target;
    return found.readRole && { ...found.target, role: found.readRole };
}
function formatJobFile(job) {
    return `${JSON.stringify({ format: FORMAT, ...job }, null, 2)}\n`;
}
/** @returns undefined when the text is not a whole job file of this version */
function job_file_parseJobFile(text) {
    const file = Fields.parse(text);
    const folder = file?.text('folder');
    const programs = parsePrograms(file?.object('programs'));
    const connection = parseConnection(file?.object('connection'));
    const use = USES.find(known => known === file?.text('use'));
    const config = file?.object('before')?.text('config');
    const credentials = file?.object('before')?.text('credentials');
    if (!file || file.text('format') !== FORMAT || !folder || !programs || !connection)
        return undefined;
    if (!use || !config || !credentials)
        return undefined;
    const environments = file.list('environments').map(handedOver);
    const complete = environments.filter(environment => environment !== undefined);
    if (complete.length !== environments.length)
        return undefined;
    return {
        folder,
        configuration: file.text('configuration'),
        programs,
        connection,
        environments: complete,
        cdkPlugin: file.text('cdkPlugin'),
        outer: file.text('outer'),
        profiles: file.list('profiles').filter(name => typeof name === 'string'),
        use,
        before: { config, credentials },
    };
}
function parsePrograms(fields) {
    const node = fields?.text('node');
    const credentialProcess = fields?.text('credentialProcess');
    const cdkPlugin = fields?.text('cdkPlugin');
    return node && credentialProcess && cdkPlugin ? { node, credentialProcess, cdkPlugin } : undefined;
}
function parseConnection(fields) {
    const maxAttempts = fields?.number('maxAttempts');
    const timeout = fields?.number('timeout');
    const variables = fields?.object('variables');
    if (!fields || !maxAttempts || !timeout || !variables)
        return undefined;
    return { stsEndpoint: fields.text('stsEndpoint'), maxAttempts, timeout, variables: variables.texts() };
}
function handedOver(value) {
    const fields = Fields.of(value);
    const target = storedTarget(fields?.object('target'));
    return target && { target, readRole: parseRoleArn(fields?.text('readRole') ?? '')?.arn };
}
function storedTarget(fields) {
    const name = fields?.text('name');
    const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const place = region(fields?.text('region') ?? '');
    const given = fields?.text('role') ?? '';
    const role = (account === NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
    const audience = fields?.text('audience');
    const duration = fields?.number('duration');
    const sessionName = fields?.text('sessionName');
    if (!fields || !name || !place || !role || !audience || !duration || !sessionName)
        return undefined;
    const chain = fields.object('chain');
    const via = parseRoleArn(chain?.text('via') ?? '')?.arn;
    return {
        name,
        account,
        region: place,
        role,
        audience,
        duration,
        sessionName,
        sessionPolicy: fields.text('sessionPolicy'),
        managedPolicies: fields.list('managedPolicies').filter(policy => typeof policy === 'string'),
        chain: via && { via, tags: chain?.object('tags')?.texts() ?? {}, externalId: undefined },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/job-folder.js




/** Steps of one job that hand over on top of each other; more is a circle. */
const MOST_STEPS = 50;
/** @returns undefined when the folder is not one that a step of ours made for the users of this job */
function jobFolder(path) {
    const job = parseJobFile(readIfThere(jobFilePath(path)));
    return job?.folder === basename(path) && isOurFolder(path) ? { path, job } : undefined;
}
/**
 * The folders of this job's earlier steps, the latest one first: it is where AWS_CONFIG_FILE leads the tools, and each
 * knows the one before.
 */
function job_folder_jobFolders(variables) {
    return foldersFrom(variables['AWS_CONFIG_FILE']);
}
/** The same; but where the configuration file is another one, those that AWS_SHARED_CREDENTIALS_FILE leads to. */
function foldersInUse(variables) {
    const folders = job_folder_jobFolders(variables);
    return folders.length > 0 ? folders : foldersFrom(variables['AWS_SHARED_CREDENTIALS_FILE']);
}
function foldersFrom(file) {
    const found = [];
    let next = file ? jobFolder(dirname(file)) : undefined;
    while (next !== undefined && found.length < MOST_STEPS) {
        found.push(next);
        next = next.job.outer === undefined ? undefined : jobFolder(next.job.outer);
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/aws-files.js







/** Bytes; more is no file of profiles. */
const LARGEST = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
function aws_files_readAwsFiles(variables, home) {
    const [outer] = jobFolders(variables);
    const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home, outer);
    const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home, outer);
    const before = outer?.job.before ?? { config: config.path, credentials: credentials.path };
    return { config, credentials, outer, before };
}
/** Whether the user has a default profile, in either file: it then stays the one that is called so. */
function hasOwnDefault({ config, credentials }) {
    return [config, credentials].some(({ theirs }) => profileNames(theirs.toString('utf8')).has('default'));
}
function readAwsFile(name, variable, variables, home, outer) {
    const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
    const path = resolve(named || join(home, '.aws', name));
    const content = readContent(name, variable, path);
    const isCopy = outer !== undefined && path.startsWith(outer.path + sep);
    const ours = new Set(isCopy ? outer.job.profiles : []);
    return {
        path,
        content,
        isTheirs: content !== undefined && !isCopy,
        ...splitFile(content ?? Buffer.alloc(0), ours),
    };
}
function readContent(name, variable, path) {
    try {
        const status = statSync(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return readFileSync(path);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
            return undefined;
        throw new Failure('wrong-configuration', {
            what: `The AWS ${name} file ${printable(path)} cannot be read.`,
            why: printable(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/home-files.js









/** Where the AWS tools keep what is a person's: below the home folder, whatever the variables for files say. */
function home_files_awsFolder(home = (0,external_node_os_namespaceObject.homedir)()) {
    return (0,external_node_path_namespaceObject.join)(home, '.aws');
}
/**
 * Reads the two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one cannot be read, or is text that no AWS tool reads
 */
function readHomeFiles(variables, home = homedir()) {
    const { config, credentials } = readAwsFiles(variables, home);
    return { config: textOf(config), credentials: textOf(credentials) };
}
function textOf({ path, content }) {
    if (content === undefined)
        return { path, text: undefined };
    if (!content.includes(0))
        return { path, text: latin1Of(content) };
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} is no text that the AWS tools read.`,
        why: 'It holds zero bytes, as files in UTF-16 do.',
        likely: 'It was written by PowerShell: `>` and Out-File write UTF-16 there.',
        write: `In PowerShell: (Get-Content "${printable(path)}") | Set-Content -Encoding ascii "${printable(path)}"`,
    });
}
/**
 * Writes one of the two files whole, for this user alone. A link to it stays a link: those who keep their settings in
 * a repository of their own have one there.
 *
 * @param text undefined: the file is removed
 */
function writeHomeFile(path, text) {
    const file = linkedFile(path);
    try {
        if (text === undefined) {
            rmSync(file, { force: true });
            return;
        }
        mkdirSync(dirname(file), { mode: 0o700, recursive: true });
        writePrivateFile(file, bytesOf(text));
    }
    catch (error) {
        throw new Failure('wrong-configuration', {
            what: `${printable(file)} cannot be written.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
            likely: 'The file or its folder belongs to another user, or the disk is full.',
        }, { cause: error });
    }
}
/** Links followed by hand: the last one may name a file that is not there yet. */
function linkedFile(path) {
    let file = path;
    for (let links = 0; links < 40; links += 1) {
        if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return real(file);
        file = resolve(dirname(file), readlinkSync(file));
    }
    return file;
}
function real(file) {
    try {
        return realpathSync(file);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return file;
        throw error;
    }
}
/**
 * Does something while no other process of ours does it too: all that read a file of a person's and write it again.
 *
 * @param name of the lock, usable in a file's name
 * @throws Failure `unreachable` when the lock cannot be had
 */
async function withHomeLock(name, body, home = homedir()) {
    const lock = await homeLock(name, home);
    if (lock === undefined) {
        throw new Failure('unreachable', {
            what: `Another aws-temp-creds has been at work on ${printable(name)} for too long, or its lock cannot be made.`,
            why: `The lock is a folder in ${printable(lockFolderOf(home))}.`,
            likely: 'The home folder cannot be written, or another call waits for something.',
        });
    }
    try {
        return await body();
    }
    finally {
        lock.release();
    }
}
/** @returns undefined: it cannot be had */
async function homeLock(name, home = homedir()) {
    const outcome = await lockUnless(join(lockFolderOf(home), name), () => undefined);
    return outcome.kind === 'locked' ? outcome.lock : undefined;
}
/** The only folder of our own in a home: it holds locks, and nothing else. */
function lockFolderOf(home = homedir()) {
    return join(home_files_awsFolder(home), 'aws-temp-creds', 'locks');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/cache-files.js






/**
 * Where the AWS CLI keeps what it is given; both it and the SDKs find it by these names alone (awscli 2.36.7
 * customizations/sso, login; botocore 1.44.8 tokens.py, credentials.py).
 */
/** The token of a portal session. No variable moves it. */
function tokenPath({ session, startUrl }, home = homedir()) {
    return join(awsFolder(home), 'sso', 'cache', `${hash('sha1', session ?? startUrl)}.json`);
}
/** The CLI's credentials of one permission set in one account. */
function roleCachePath({ account, permissionSet, portal }, home = (0,external_node_os_namespaceObject.homedir)()) {
    // Python's json.dumps with sorted keys and compact separators; it escapes what is not ASCII.
    const place = portal.session === undefined ? { startUrl: portal.startUrl } : { sessionName: portal.session };
    const key = asciiJson({ accountId: account, roleName: permissionSet, ...place });
    return (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'cli', 'cache', `${hash('sha1', key)}.json`);
}
/** The session of `aws login`. */
function loginPath({ session }, variables, home = (0,external_node_os_namespaceObject.homedir)()) {
    const folder = variables['AWS_LOGIN_CACHE_DIRECTORY'] || (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'login', 'cache');
    return (0,external_node_path_namespaceObject.join)(folder.replace(/^~(?=[/\\]|$)/, home), `${hash('sha256', session)}.json`);
}
function hash(algorithm, text) {
    return (0,external_node_crypto_namespaceObject.createHash)(algorithm).update(text).digest('hex');
}
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Writes a file of a cache whole. What a process that was killed in the middle has left beside it is removed: it holds
 * a secret. To be called with the file's lock.
 */
function writeCacheFile(path, value) {
    const folder = dirname(path);
    mkdirSync(folder, { mode: 0o700, recursive: true });
    for (const name of readdirSync(folder)) {
        if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'))
            rmSync(join(folder, name), { force: true });
    }
    writePrivateFile(path, JSON.stringify(value));
}
/** A time as the CLI writes it, to the second; the SDK for JavaScript adds milliseconds. */
function cache_files_cliTime(time) {
    return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/fields.js
/** The fields of a JSON object that we wrote ourselves but that anybody may have changed: each is read by its type. */
class fields_Fields {
    #entries;
    constructor(entries) {
        this.#entries = entries;
    }
    /** @returns undefined when the value is not an object */
    static of(value) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return undefined;
        return new fields_Fields(new Map(Object.entries(value)));
    }
    /** @returns undefined when the text is not the JSON of an object */
    static parse(text) {
        try {
            return fields_Fields.of(JSON.parse(text ?? ''));
        }
        catch {
            return undefined;
        }
    }
    /** An empty text counts as absent. */
    text(name) {
        const value = this.#entries.get(name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    number(name) {
        const value = this.#entries.get(name);
        return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    }
    flag(name) {
        const value = this.#entries.get(name);
        return typeof value === 'boolean' ? value : undefined;
    }
    /** ISO 8601; older versions of the AWS CLI write `UTC` behind it where newer ones have `Z`. */
    date(name) {
        const parsed = new Date(this.text(name)?.replace(/UTC$/, 'Z') ?? Number.NaN);
        return Number.isNaN(parsed.getTime()) ? undefined : parsed;
    }
    object(name) {
        return fields_Fields.of(this.#entries.get(name));
    }
    list(name) {
        const value = this.#entries.get(name);
        return Array.isArray(value) ? value : [];
    }
    texts() {
        return Object.fromEntries([...this.#entries].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/stored-credentials.js



/** @returns undefined when the text is not the CLI's cache of a permission set */
function parseRoleCache(text) {
    const fields = fields_Fields.parse(text)?.object('Credentials');
    const accessKeyId = fields?.text('AccessKeyId');
    const secretAccessKey = fields?.text('SecretAccessKey');
    const sessionToken = fields?.text('SessionToken');
    const expiration = fields?.date('Expiration');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        return undefined;
    return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        account: names_accountId(fields?.text('AccountId') ?? ''),
    };
}
function roleCache(credentials, account) {
    return {
        ProviderType: 'sso',
        Credentials: {
            AccessKeyId: credentials.accessKeyId,
            SecretAccessKey: credentials.secretAccessKey,
            SessionToken: credentials.sessionToken,
            Expiration: cliTime(credentials.expiration),
            AccountId: account,
        },
    };
}
/** @returns undefined when the text is no session of `aws login` */
function parseLogin(text) {
    const fields = fields_Fields.parse(text);
    const token = fields?.object('accessToken');
    const accessKeyId = token?.text('accessKeyId');
    const secretAccessKey = token?.text('secretAccessKey');
    const sessionToken = token?.text('sessionToken');
    const expiration = token?.date('expiresAt');
    const clientId = fields?.text('clientId');
    const refreshToken = fields?.text('refreshToken');
    const dpopKey = fields?.text('dpopKey');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        return undefined;
    if (text === undefined || !clientId || !refreshToken || !dpopKey)
        return undefined;
    return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        account: names_accountId(token?.text('accountId') ?? ''),
        clientId,
        refreshToken,
        dpopKey,
        signInRegion: fields?.text('signInRegion'),
        whole: JSON.parse(text),
    };
}
/** The session after a renewal: the old refresh token is void. */
function renewedSession(login, answer, asked) {
    const { accessKeyId, secretAccessKey, sessionToken, refreshToken } = answer;
    const expiration = new Date(asked.getTime() + answer.expiresIn * 1000);
    return {
        ...login,
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        refreshToken,
        whole: {
            ...login.whole,
            accessToken: {
                ...Fields.of(login.whole['accessToken'])?.texts(),
                accessKeyId,
                secretAccessKey,
                sessionToken,
                expiresAt: cliTime(expiration),
            },
            refreshToken,
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/current-credentials.js



/**
 * Milliseconds before their end at which credentials are no longer handed out without asking: as the CLI does for a
 * permission set (15 minutes), and as CLI and SDKs do for `aws login`, whose credentials last no longer than that.
 */
const MARGIN = { portal: 15 * 60_000, login: 5 * 60_000 };
/**
 * Credentials of a profile: those of the CLI's cache while they last, else new ones.
 *
 * @throws Failure `refused` when the session has ended, `unreachable`, `wrong-configuration`
 */
async function currentCredentials(profile, variables, load) {
    const stored = storedCredentials(profile, variables);
    if (stored !== undefined && isFresh(profile, stored, new Date()))
        return { stored, warning: undefined };
    return (await load()).renewCredentials(profile, variables);
}
/** What the CLI's cache holds for a profile, however old. */
function storedCredentials(profile, variables) {
    return profile.kind === 'login'
        ? parseLogin(private_file_readIfThere(loginPath(profile, variables)))
        : parseRoleCache(private_file_readIfThere(roleCachePath(profile)));
}
function isFresh({ kind }, { credentials }, now) {
    return credentials.expiration.getTime() - now.getTime() > MARGIN[kind];
}
;// CONCATENATED MODULE: ./lib/bundling/handover/environment.js

/**
 * Every variable that decides as whom an AWS tool acts and that counts for nothing when it is empty. (Those that name
 * a profile are no such variables: see handedOverVariables.)
 */
const IDENTITY = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_ACCOUNT_ID',
    // botocore reads these two even when AWS_PROFILE names a profile.
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    // Some tools still read the old names of the session token and the secret.
    'AWS_SECURITY_TOKEN',
    'AWS_SECRET_KEY',
];
/** The identity variables that are set and that `changes` leaves alone, as changes that blank them. */
function blankingOthers(current, changes = new Map()) {
    return new Map(IDENTITY.filter(name => current[name] && !changes.has(name)).map(name => [name, '']));
}
/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
function environmentChanges(role, current) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
    const changes = new Map([
        ['AWS_ACCESS_KEY_ID', accessKeyId],
        ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
        ['AWS_SESSION_TOKEN', sessionToken],
        ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
        ...(role.account === NO_ACCOUNT ? [] : [['AWS_ACCOUNT_ID', role.account]]),
        ['AWS_REGION', role.target.region],
        ['AWS_DEFAULT_REGION', role.target.region],
    ]);
    return new Map([...changes, ...blankingOthers(current, changes)]);
}
/** The variables as the next step will have them. */
function changed(current, changes) {
    return { ...current, ...Object.fromEntries(changes) };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/exec-environment.js

/** Further variables that lead some tool to somebody else's credentials. */
const exec_environment_OTHERS = [
    'AWS_DEFAULT_PROFILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
    'AWS_ROLE_SESSION_NAME',
    'AWS_CREDENTIAL_FILE',
    'AWS_ACCESS_KEY',
    'AWS_SESSION_EXPIRATION',
    // CDK reads an option from CDK_ and its name; the profile of one beats AWS_PROFILE.
    'CDK_PROFILE',
    'CDK_REGION',
];
/**
 * The environment of a command that is to act as one profile: nothing inherited names another identity.
 *
 * @param inherited names count whatever their case, as they do on Windows
 */
function execEnvironment(inherited, settings) {
    const set = {
        AWS_CONFIG_FILE: settings.configFile,
        AWS_SHARED_CREDENTIALS_FILE: settings.credentialsFile,
        AWS_PROFILE: settings.profile,
        AWS_SDK_LOAD_CONFIG: '1',
        AWS_REGION: settings.region,
        AWS_DEFAULT_REGION: settings.region,
    };
    const gone = new Set([...IDENTITY, ...exec_environment_OTHERS, ...Object.keys(set)]);
    const kept = Object.entries(inherited).flatMap(([name, value]) => {
        const upper = name.toUpperCase();
        const isOurPlugin = upper === 'CDK_PLUGIN' && value === settings.cdkPlugin;
        return value === undefined || gone.has(upper) || isOurPlugin ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...set };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-file.js
/** Stands above our profiles, for people who read the file. */
const OUR_PROFILES = '# Profiles of aws-temp-creds, for this job only; removed when it ends.';
/**
 * The profiles that a configuration or credentials file has, however their headers are written: `[dev]`,
 * `[profile dev]`, `[profile "dev"]`, with blanks or a comment. Where the tools disagree whether a header names a
 * profile, it counts.
 */
function profile_file_profileNames(text) {
    return new Set(text.split(/\r\n|\r|\n/).flatMap(line => headerName(line) ?? []));
}
function headerName(line) {
    const header = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}
/**
 * Splits a file into our sections and everything else. By their names, for other tools rewrite the file as they like:
 * our comment above them and their order are soon gone.
 *
 * @param names of our profiles in it
 */
function profile_file_splitFile(file, names) {
    let isOurs = false;
    const theirs = [];
    const ours = [];
    // As Latin-1 every byte is one character, and comes back as it was.
    for (const line of file.toString('latin1').split(/(?<=\n)/)) {
        const name = headerName(line);
        if (name !== undefined)
            isOurs = names.has(name);
        if (names.size > 0 && line.trimEnd() === OUR_PROFILES)
            continue;
        (isOurs ? ours : theirs).push(line);
    }
    return { theirs: Buffer.from(theirs.join(''), 'latin1'), ours: ours.join('') };
}
/** Our sections of an earlier step, without those that are about to be replaced. */
function withoutProfiles(ours, names) {
    return profile_file_splitFile(Buffer.from(ours, 'latin1'), names).theirs.toString('latin1');
}
/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
function joinFiles(theirs, ours) {
    const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
    return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`, 'latin1')]);
}
/**
 * Our part of a file: the heading, and the sections of earlier steps and of this one; '' when there are none.
 *
 * @param earlier of `splitFile`
 */
function ourPart(earlier, sections) {
    if (earlier === '' && sections.length === 0)
        return '';
    const before = earlier === '' || earlier.endsWith('\n') ? earlier : `${earlier}\n`;
    return `${OUR_PROFILES}\n${before}${sections.map(section => `${bytes(section)}\n`).join('')}`;
}
/** Text as `joinFiles` and `splitFile` have it: one character for each byte. */
function bytes(text) {
    return Buffer.from(text).toString('latin1');
}
/** The header of a profile in the configuration file; the default profile's has no `profile`. */
function configHeader(name) {
    return name === 'default' ? '[default]' : `[profile ${name}]`;
}
function credentialsHeader(name) {
    return `[${name}]`;
}
/** Static keys as settings of a profile. The tools read no expiry from a profile; people do. */
function staticKeys(credentials) {
    return [
        `# valid until ${credentials.expiration.toISOString()}, never renewed`,
        `aws_access_key_id = ${credentials.accessKeyId}`,
        `aws_secret_access_key = ${credentials.secretAccessKey}`,
        `aws_session_token = ${credentials.sessionToken}`,
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/handover/quoting.js



/**
 * A command for `credential_process`, read the same by everybody who reads it. On Linux and macOS those are `sh` (the
 * SDKs for JavaScript, Go, Rust, Java) and Python's shlex (botocore); on Windows cmd.exe, the C runtime's rules for
 * arguments, and botocore's own reader for Windows. Before them comes a reader of INI files, to some of which a
 * blank followed by `#` or `;` begins a comment.
 *
 * @throws Failure `wrong-configuration` when a part cannot be written so that all of them read it
 */
function quoteCommand(parts, platform) {
    const quote = platform === 'win32' ? quoteForWindows : quoteForPosix;
    return parts.map(quote).join(' ');
}
/** Beside the profiles on Windows; see `profileCommand`. */
const WINDOWS_STARTER = 'renew.cmd';
/**
 * Its content: it starts the command that follows it, without what a later step wants loaded into its own Node.js. It
 * holds no path, for cmd.exe reads it in the code page of the machine.
 */
const WINDOWS_STARTER_TEXT = '@set NODE_OPTIONS=\r\n@%*\r\n';
/**
 * The `credential_process` of a profile. What a later step has in NODE_OPTIONS (`--import tsx`, a preload that prints,
 * a flag of another Node.js) is meant for its own programs; Node.js reads it before any program of ours could object,
 * so it is emptied on the way.
 *
 * @throws Failure `wrong-configuration` as quoteCommand does
 */
function profileCommand({ node, credentialProcess }, folder, name, platform) {
    const program = [node, credentialProcess, folder, name];
    return platform === 'win32'
        ? quoteCommand([win32.join(folder, WINDOWS_STARTER), ...program], platform)
        : `/usr/bin/env NODE_OPTIONS= ${quoteCommand(program, platform)}`;
}
function quoteForPosix(part) {
    refuseUnwritable(part);
    // Within double quotes sh expands $ and `, and \ escapes; within single quotes nothing counts, for both readers.
    if (!/["$`\\]/.test(part))
        return `"${part}"`;
    return `'${part.replaceAll("'", `'"'"'`)}'`;
}
function quoteForWindows(part) {
    refuseUnwritable(part);
    // cmd.exe expands %NAME% within quotes too, and nothing protects a percent sign on its command line.
    if (part.includes('%'))
        throw unquotable(part, 'a percent sign, which begins a variable for cmd.exe');
    if (part.includes('"'))
        throw unquotable(part, 'a double quote, which ends the quotation');
    if (part.endsWith('\\'))
        throw unquotable(part, 'a backslash at its end, which hides the closing quote');
    return `"${part}"`;
}
/**
 * The path of a file that AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE names: botocore expands variables in it.
 *
 * @throws Failure `wrong-configuration`
 */
function refuseExpandable(path) {
    if (/\$[\w{]/.test(path))
        throw unquotable(path, 'a dollar sign, which begins a variable for botocore');
}
function refuseUnwritable(part) {
    if (/[\u0000-\u001f\u007f]/.test(part))
        throw unquotable(part, 'a control character');
    if (/\s[#;]/.test(part))
        throw unquotable(part, 'a blank before # or ;, where a comment begins');
}
function unquotable(part, reason) {
    return new failure_Failure('wrong-configuration', {
        what: `The path ${printable_printable(part)} cannot be written into an AWS profile.`,
        why: `It holds ${reason}; the AWS tools would read another command than the one that is meant.`,
        likely: "The runner's work folder, or the folder of its Node.js, has an unusual name.",
        write: 'Install the runner in a folder whose path has only letters, digits, blanks, - and _.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/durable-node.js

/**
 * A path of this Node that an update leaves in place: Homebrew removes the folder of a version when it installs the
 * next one, and keeps a link beside it.
 *
 * @param path `process.execPath`
 */
function durableNode(path, exists = external_node_fs_namespaceObject.existsSync) {
    const match = /^(.*)\/Cellar\/(node(?:@\d+)?)\/[^/]+\/bin\/node$/.exec(path);
    const [, homebrew, formula] = match ?? [];
    if (homebrew === undefined || formula === undefined)
        return path;
    const link = `${homebrew}/opt/${formula}/bin/node`;
    return exists(link) ? link : path;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/exec-folder.js






/** Characters of the longest path that a socket can have on macOS, less the name of ours. */
const LONGEST = 90;
/**
 * @param script absolute path of the command's bundle, beside which the credential process stands
 * @throws Failure `wrong-configuration` when a path cannot be written into a profile
 */
function makeExecFolder(profile, script) {
    const base = (0,external_node_os_namespaceObject.tmpdir)().length > LONGEST && process.platform !== 'win32' ? '/tmp' : (0,external_node_os_namespaceObject.tmpdir)();
    // mkdtemp makes it for this user alone; on Windows it inherits the temporary folder's list of users.
    const path = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(base, 'aws-temp-creds-'));
    const remove = () => (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true, maxRetries: 5 });
    try {
        (0,external_node_fs_namespaceObject.chmodSync)(path, 0o700);
        refuseExpandable(path);
        const helper = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)(script)), 'exec-process', 'index.js');
        const command = quoteCommand([durableNode(process.execPath), helper, path], process.platform);
        const config = `${configHeader(profile.name)}\ncredential_process = ${command}\nregion = ${profile.region}\n`;
        const configFile = (0,external_node_path_namespaceObject.join)(path, 'config');
        const credentialsFile = (0,external_node_path_namespaceObject.join)(path, 'credentials');
        (0,external_node_fs_namespaceObject.writeFileSync)(configFile, config, { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_namespaceObject.writeFileSync)(credentialsFile, '', { mode: 0o600, flag: 'wx' });
        return { path, configFile, credentialsFile, remove };
    }
    catch (error) {
        remove();
        throw error;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/duration.js
/** Session lengths that STS accepts for a role: seconds (AssumeRoleWithWebIdentity, DurationSeconds). */
const SHORTEST_SESSION = 900;
const LONGEST_SESSION = 43_200;
/** What STS allows at most when a role is assumed with another role's credentials. */
const LONGEST_CHAINED_SESSION = 3_600;
const DEFAULT_SESSION = 3_600;
const UNITS = { s: 1, m: 60, h: 3600 };
/**
 * @param text `3600`, `90m`, `1h`, `1h30m`
 * @returns whole seconds, or undefined when the text is no duration
 */
function parseDuration(text) {
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text);
    if (match === null || text === '')
        return undefined;
    const [, hours = '0', minutes = '0', seconds = '0'] = match;
    return Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s;
}
/** What is wrong with a session's length, or undefined when nothing is. */
function durationFault(seconds, longest = LONGEST_SESSION) {
    if (seconds === undefined)
        return 'is not a duration: write seconds (3600) or units (1h, 90m, 1h30m)';
    if (seconds < SHORTEST_SESSION)
        return `is ${seconds} s; STS gives no session under 15m (${SHORTEST_SESSION})`;
    if (seconds <= longest)
        return undefined;
    return longest === LONGEST_CHAINED_SESSION
        ? `is ${seconds} s; a role that is assumed through another role gets 1h at most`
        : `is ${seconds} s; STS gives no session over 12h (${LONGEST_SESSION})`;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/session-name.js
/** What STS takes for RoleSessionName. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/**
 * The session's name when none was asked for: it stands in CloudTrail beside every call, so it names the run that
 * made them (`gh-<run>-<attempt>-<owner>.<repository>`, cut to 64 characters). Outside a runner: `aws-temp-creds`.
 */
function defaultSessionName(job) {
    if (!/^\d+$/.test(job.runId))
        return 'aws-temp-creds';
    const repository = job.repository.replace('/', '.').replace(/[^\w+=,.@-]/g, '-');
    return `gh-${job.runId}-${job.runAttempt || '1'}-${repository}`.slice(0, 64).replace(/-$/, '');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/session-policy.js
/** Limits of AssumeRoleWithWebIdentity and AssumeRole (STS API reference: Policy, PolicyArns). */
const MOST_MANAGED_POLICIES = 10;
const MOST_POLICY_CHARACTERS = 2_048;
/**
 * @param text JSON text as a user wrote it
 * @returns the policy minified (white space counts against STS's limit), or the fault
 */
function minifyPolicy(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return { fault: 'is not JSON' };
    }
    if (typeof document !== 'object' || document === null || !('Statement' in document)) {
        return { fault: 'is JSON, but not a policy: it has no "Statement"' };
    }
    const policy = JSON.stringify(document);
    // STS takes the characters that XML can carry up to U+00FF; anything else comes back as MalformedPolicyDocument.
    if (/[^\t\n\r\u0020-\u00ff]/.test(policy))
        return { fault: 'holds characters that STS does not take (beyond U+00FF)' };
    return { policy };
}
/** What is wrong with the session policies of one target taken together. */
function sessionPolicyFaults(policy, managed, account) {
    const faults = [];
    const characters = (policy?.length ?? 0) + managed.join('').length;
    if (characters > MOST_POLICY_CHARACTERS) {
        faults.push(`session policies have ${characters} characters together; STS takes ${MOST_POLICY_CHARACTERS}`);
    }
    if (managed.length > MOST_MANAGED_POLICIES) {
        faults.push(`${managed.length} managed session policies; STS takes ${MOST_MANAGED_POLICIES}`);
    }
    for (const arn of managed) {
        const owner = /^arn:aws(?:-[a-z-]+)?:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/.exec(arn)?.[1];
        if (owner === undefined)
            faults.push(`"${arn}" is not the ARN of a managed policy`);
        else if (owner !== 'aws' && owner !== account) {
            faults.push(`"${arn}" is in account ${owner}; a session policy must be AWS's own or in the role's account ${account}`);
        }
    }
    return faults;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/exec-source.js






/** The environment of that name. @throws Failure `wrong-input` */
function environmentNamed({ environments, path }, name) {
    const found = environments.find(environment => environment.name === name);
    if (found !== undefined)
        return found;
    const all = environments.map(environment => environment.name).join(', ') || 'none';
    throw new failure_Failure('wrong-input', {
        what: `There is no environment ${printable_printable(name, 100)} in ${printable_printable(path, 200)}.`,
        why: `It has: ${all}.`,
    });
}
/**
 * The role that a job assumes for an environment.
 *
 * @param policy `--session-policy`: JSON text; undefined: that of the configuration
 * @throws Failure `wrong-input` for a policy that is none
 */
function targetOf(environment, job, policy) {
    const { name, account, region, role, via, tags, managedPolicies } = environment;
    return {
        name,
        account,
        region,
        role,
        audience: environment.audience ?? defaultAudience(region),
        duration: environment.duration ?? DEFAULT_SESSION,
        sessionName: environment.sessionName ?? defaultSessionName(job),
        sessionPolicy: policy === undefined ? environment.sessionPolicy : checkedPolicy(policy, environment),
        managedPolicies,
        chain: via && { via, tags, externalId: undefined },
    };
}
function checkedPolicy(text, { managedPolicies, account }) {
    const minified = minifyPolicy(text);
    const faults = 'fault' in minified ? [minified.fault] : sessionPolicyFaults(minified.policy, managedPolicies, account);
    if (faults.length === 0 && 'policy' in minified)
        return minified.policy;
    throw new failure_Failure('wrong-input', {
        what: 'The session policy cannot be used.',
        why: faults.map(fault => printable_printable(fault, 300)).join('\n'),
        write: `--session-policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'`,
    });
}
/**
 * What a person signs on as for an environment.
 *
 * @param wanted `--permission-set`; undefined: the environment's first one
 * @throws Failure `wrong-configuration` when there is no portal, or the environment is not for people
 */
function personProfile({ sso, path }, environment, wanted, region = environment.region) {
    const sets = environment.people.map(({ permissionSet }) => permissionSet);
    const permissionSet = wanted === undefined ? sets[0] : sets.find(set => set === wanted);
    if (sso === undefined || permissionSet === undefined) {
        throw new failure_Failure('wrong-configuration', {
            what: wanted !== undefined && sets.length > 0
                ? `People have no permission set ${printable_printable(wanted, 60)} in ${environment.name}; the file has: ${sets.join(', ')}.`
                : `${printable_printable(path, 200)} names no permission set for people in ${environment.name}.`,
            why: sso === undefined ? 'It has no access portal (sso) at all.' : 'Without one nobody can sign on to it.',
            likely: 'Only the pipeline works in this environment.',
            write: `environments:\n  ${environment.name}:\n    permission-set: PowerUser`,
        });
    }
    const { session, startUrl, region: home } = sso;
    return {
        kind: 'portal',
        name: environment.name,
        account: environment.account,
        permissionSet,
        region,
        portal: { session, startUrl, region: home, renewable: true },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/cache.js





/**
 * Milliseconds before the end at which credentials are renewed. botocore starts asking at 15 minutes and insists at
 * 10, the SDK for JavaScript at 5: whoever asks gets credentials that it need not ask for again at once.
 */
const RENEWAL_WINDOW = 16 * 60_000;
/** Milliseconds that credentials must still have to be worth handing out when renewal fails. */
const LAST_MOMENT = 10_000;
/** Milliseconds before the end at which credentials are renewed: a third of a short session, which is worth using. */
function renewalWindow({ credentials, obtained }) {
    const lifetime = credentials.expiration.getTime() - obtained.getTime();
    return Math.min(RENEWAL_WINDOW, Math.max(0, lifetime / 3));
}
/** Whether credentials can be handed out without asking for new ones. */
function cache_isFresh(cached, now) {
    const remaining = cached.credentials.expiration.getTime() - now.getTime();
    // A clock that was set back must not make old credentials young.
    return remaining > renewalWindow(cached) && cached.obtained.getTime() <= now.getTime() + RENEWAL_WINDOW;
}
/** Whether credentials still work, if not for long. */
function isAlive({ credentials }, now) {
    return credentials.expiration.getTime() - now.getTime() > LAST_MOMENT;
}
/** @param key of the role, usable in a file's name */
function cache_roleCache(folder, key) {
    const path = join(folder, `${key}.json`);
    const failurePath = join(folder, `${key}.failure.json`);
    return {
        read: () => parseCached(readIfThere(path)),
        write: (assumed, obtained) => writePrivateFile(path, formatCached(assumed, obtained)),
        readFailure: () => parseFailure(readIfThere(failurePath)),
        writeFailure: failure => writePrivateFile(failurePath, JSON.stringify(failure)),
    };
}
function formatCached({ credentials, account }, obtained) {
    return JSON.stringify({ ...credentials, account, obtained });
}
function parseCached(text) {
    const fields = Fields.parse(text);
    const accessKeyId = fields?.text('accessKeyId');
    const secretAccessKey = fields?.text('secretAccessKey');
    const sessionToken = fields?.text('sessionToken');
    const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const expiration = fields?.date('expiration');
    const obtained = fields?.date('obtained');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !obtained)
        return undefined;
    return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, account, obtained };
}
function parseFailure(text) {
    const fields = Fields.parse(text);
    const at = fields?.date('at');
    const line = fields?.text('line');
    return at && line ? { at, line: printable(line, 5000) } : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/kept-credentials.js


/**
 * The credentials of a role for as long as a command runs: in memory alone, renewed when they are about to end, by one
 * call however many ask.
 *
 * @param first what was obtained before the command was started
 * @param assume asks for new ones
 */
function keptCredentials(first, assume) {
    let kept = first;
    let renewing;
    const renew = async () => {
        const obtained = new Date();
        try {
            const { credentials, account } = await assume();
            kept = { credentials, account, obtained };
            return undefined;
        }
        catch (error) {
            return failureLine(error);
        }
        finally {
            renewing = undefined;
        }
    };
    return async () => {
        if (cache_isFresh(kept, new Date()))
            return { credentials: processAnswer(kept), warning: undefined };
        renewing ??= renew();
        const failure = await renewing;
        if (failure === undefined || isAlive(kept, new Date()))
            return { credentials: processAnswer(kept), warning: failure };
        return { failure };
    };
}
;// CONCATENATED MODULE: ./lib/bundling/config/load.js





/** Where the configuration file stands when nobody says otherwise. */
const CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
/** People write some kilobytes. */
const LARGEST_CONFIGURATION = 2 ** 20;
/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
async function load_loadConfiguration(folder, path) {
    const wanted = path ?? CONFIGURATION_PATH;
    const readFile = repositoryFile(folder);
    const text = readFile(wanted);
    if (text !== undefined) {
        // Only now: most of what this needs (YAML, schema) costs start time that a job without a file need not spend.
        const { readConfiguration } = await import(/* webpackIgnore: true */ '../configuration/index.js');
        return readConfiguration(text, wanted, readFile);
    }
    if (path === undefined)
        return undefined;
    throw new failure_Failure('wrong-input', {
        what: `The configuration file ${printable_printable(path, 300)} is not there.`,
        why: `There is no such file in ${printable_printable(folder, 300)}.`,
        likely: 'The repository was not checked out before this step, or the path is not relative to its root.',
        write: `- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${CONFIGURATION_PATH}`,
    });
}
/**
 * Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent.
 *
 * @param most bytes that a file may have
 * @returns a function that throws Failure `wrong-configuration` for what is too large, or is a FIFO or the like
 */
function repositoryFile(folder, most = LARGEST_CONFIGURATION) {
    return path => {
        const file = insideOf(folder, path);
        if (file === undefined)
            return undefined;
        const found = readRegularFile(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new failure_Failure('wrong-configuration', {
            what: `${printable_printable(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
        const file = (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/project.js





/** The folder above that has a configuration file, or a repository's top; else the folder itself. */
function projectRoot(folder) {
    const start = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    for (let top = start;; top = (0,external_node_path_namespaceObject.dirname)(top)) {
        const is = (name) => (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(top, name), { throwIfNoEntry: false }) !== undefined;
        if (is(CONFIGURATION_PATH) || is('.git'))
            return top;
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            return start;
    }
}
/**
 * @param cwd where the command is called
 * @param named `--config`, from there
 * @throws Failure when there is no configuration file, or it is wrong
 */
async function loadProject(cwd, named) {
    const root = projectRoot(cwd);
    const path = named && fromRoot(root, (0,external_node_path_namespaceObject.resolve)((0,external_node_fs_namespaceObject.realpathSync)(cwd), named));
    const configuration = await load_loadConfiguration(root, path);
    if (configuration !== undefined) {
        return { root, configuration, named: path === CONFIGURATION_PATH ? undefined : path };
    }
    throw new failure_Failure('wrong-input', {
        what: `There is no ${CONFIGURATION_PATH} in ${printable_printable(root, 300)}.`,
        likely: 'The command is called outside the repository that has the file, or the team has none yet.',
        write: 'cd into the repository, or name a file: --config FILE. To begin one: aws-temp-creds init',
    });
}
/** As `loadProject`; undefined where there is no file and none is named. */
async function projectIfThere(cwd) {
    const root = projectRoot(cwd);
    const configuration = await loadConfiguration(root, undefined);
    return configuration && { root, configuration, named: undefined };
}
function fromRoot(root, path) {
    const way = (0,external_node_path_namespaceObject.relative)(root, path);
    return (0,external_node_path_namespaceObject.isAbsolute)(way) ? path : way.replaceAll('\\', '/');
}
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = loadLater("node:tty");
// EXTERNAL MODULE: ./node_modules/cross-spawn/index.js
var cross_spawn = __nccwpck_require__(546);
;// CONCATENATED MODULE: ./lib/bundling/laptop/run-child.js




/** Signals that somebody sends to us and that are meant for the command. */
const FORWARDED = [
    'SIGTERM',
    'SIGHUP',
    'SIGUSR1',
    'SIGUSR2',
    'SIGWINCH',
    'SIGCONT',
];
/** A terminal sends these to the command as well as to us; sent on, they would arrive twice. */
const OF_TERMINAL = ['SIGINT', 'SIGQUIT'];
/**
 * Runs a command with our own standard streams, to its end. (The package starts `.cmd` files on Windows, which Node
 * alone does not, and quotes for cmd.exe.)
 *
 * @param words the program and its arguments
 * @param folder to run it in
 */
async function runChild(words, environment, folder) {
    const [program = '', ...args] = words;
    const child = cross_spawn(program, args, { stdio: 'inherit', env: environment, cwd: folder });
    const hasTerminal = [0, 1, 2].some(descriptor => (0,external_node_tty_namespaceObject.isatty)(descriptor));
    const listeners = [...FORWARDED, ...OF_TERMINAL].map(signal => {
        const forward = () => {
            if (!hasTerminal || !OF_TERMINAL.includes(signal))
                child.kill(signal);
        };
        listen(signal, forward);
        return { signal, forward };
    });
    try {
        return await new Promise(resolve => {
            child.once('error', error => resolve(unstartable(error)));
            child.once('close', (code, signal) => resolve(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'killed', signal }));
        });
    }
    finally {
        for (const { signal, forward } of listeners)
            process.off(signal, forward);
    }
}
/** Windows does not know all of them. */
function listen(signal, forward) {
    try {
        process.on(signal, forward);
    }
    catch { }
}
function unstartable(error) {
    const missing = private_file_errorCode(error) === 'ENOENT';
    return {
        kind: 'unstartable',
        code: missing ? 127 : 126,
        why: missing ? 'there is no such program' : error.message,
    };
}
/**
 * Ends this process as the command ended, so that whoever started us sees the same.
 *
 * @returns the exit code, where a signal does not end us
 */
function endLike(signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    return 128 + (external_node_os_namespaceObject.constants.signals[signal] ?? 0);
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/exec.js

















/** We failed before the command was started. */
const FAILED = 125;
const execCommand = {
    name: 'exec',
    operands: '--environment NAME [OPTIONS] -- COMMAND\u2026',
    mostOperands: 0,
    running: { failed: FAILED },
    about: `Runs one command with the credentials of one environment, and nothing else does:
no variable is exported to other steps, no key stands in a file or on a command
line, and nothing that was set before counts.

In a GitHub job the role of the environment is assumed with the job's own OIDC
token (permission id-token: write); on a laptop you are who you are in the
access portal. The command gets AWS_PROFILE, its Region, and a configuration
file of its own whose profile asks this process: so its credentials are renewed
for as long as it runs. Its output, exit code and signals are the command's.`,
    options: [
        { name: 'environment', value: 'NAME', says: 'environment of the configuration file' },
        {
            name: 'permission-set',
            value: 'NAME',
            says: 'on a laptop, another one than the first of the environment',
        },
        {
            name: 'session-policy',
            value: 'JSON',
            says: 'in a job, a policy that narrows what this command may do',
        },
        { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
    ],
    examples: [
        ['aws-temp-creds exec --environment dev -- aws s3 ls', 'one command'],
        ['aws-temp-creds exec --environment prod -- npx cdk deploy', 'a long one: what it is given is renewed'],
        [
            "aws-temp-creds exec --environment dev -- sh -c 'aws sts get-caller-identity && terraform plan'",
            'several',
        ],
    ],
    more: `Exit codes: the command's own; 125 it was not started for a reason of ours, 126
it cannot be run, 127 it is not there.`,
    run: runExec,
};
async function runExec(given, terminal) {
    const [program] = given.command;
    const name = given.value('environment');
    if (name === undefined || program === undefined) {
        throw new failure_Failure('wrong-input', {
            what: name === undefined ? '--environment is missing.' : 'There is no command behind `--`.',
            write: 'aws-temp-creds exec --environment dev -- aws s3 ls',
        });
    }
    const project = await loadProject(terminal.cwd, given.value('config'));
    const environment = environmentNamed(project.configuration, name);
    const script = (0,external_node_fs_namespaceObject.realpathSync)(process.argv[1] ?? '');
    const answer = await firstAnswer(given, project, terminal.variables, name);
    const folder = makeExecFolder(environment, script);
    try {
        const broker = await startBroker(folder.path, answer);
        try {
            const environmentOfChild = execEnvironment(terminal.variables, {
                ...folder,
                profile: name,
                region: environment.region,
                cdkPlugin: (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)(script)), 'cdk-plugin', 'index.js'),
            });
            return exec_codeOf(await runChild(given.command, environmentOfChild, terminal.cwd), program, terminal, folder.remove);
        }
        finally {
            broker.close();
        }
    }
    finally {
        folder.remove();
    }
}
function exec_codeOf(end, program, terminal, clean) {
    switch (end.kind) {
        case 'exited':
            return end.code;
        case 'killed':
            clean();
            return endLike(end.signal);
        case 'unstartable':
            terminal.say(`aws-temp-creds exec: ${printable_printable(program, 300)}: ${printable_printable(end.why, 300)}\n`);
            return end.code;
    }
}
/**
 * Obtains the credentials before the command is started, and gives what answers for them while it runs.
 *
 * @throws Failure when there are none
 */
function firstAnswer(given, project, variables, name) {
    return variables['GITHUB_ACTIONS'] === 'true'
        ? ofJob(given, project, variables, name)
        : ofPerson(given, project, variables, name);
}
/** As the classic inputs have them by default. */
const CONNECTION = {
    stsEndpoint: undefined,
    maxAttempts: 12,
    timeout: 60,
    variables: {},
};
async function ofJob(given, { configuration }, variables, name) {
    refuse(given, 'permission-set', 'a job assumes the role of the environment');
    const job = readJob(variables);
    if (!offersTokens(variables))
        throw noTokenOffered(job);
    const target = targetOf(environmentNamed(configuration, name), job, given.value('session-policy'));
    const { assumeAgain } = await import(/* webpackIgnore: true */ '../job-exchange/index.js');
    const assume = () => assumeAgain(target, CONNECTION, variables);
    const obtained = new Date();
    const { credentials, account } = await assume();
    return keptCredentials({ credentials, account, obtained }, assume);
}
async function ofPerson(given, { configuration }, variables, name) {
    refuse(given, 'session-policy', 'the portal narrows no permission set');
    const profile = personProfile(configuration, environmentNamed(configuration, name), given.value('permission-set'));
    const load = () => import(/* webpackIgnore: true */ '../sign-on/index.js');
    const current = () => currentCredentials(profile, variables, load);
    await current();
    return async () => {
        try {
            const { stored, warning } = await current();
            return { credentials: processJson(stored), warning };
        }
        catch (error) {
            return { failure: failureLine(error) };
        }
    };
}
function refuse(given, option, why) {
    if (!given.has(option))
        return;
    throw new failure_Failure('wrong-input', { what: `--${option} means nothing here: ${why}.` });
}
var __webpack_exports__execCommand = __webpack_exports__.N;
export { __webpack_exports__execCommand as execCommand };
