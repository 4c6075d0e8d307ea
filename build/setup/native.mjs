// Step 4: better-sqlite3 for the runtime that was found.
//
// The module that better-sqlite3 ships asks for Node-API 10 and crashes under an older runtime. Built from the same
// source with Node-API's « experimental » version, one binary runs under Node 20, Node 24, Electron 33 and later:
// what it needs of version 10 (references to strings) is behind that flag in the older ones.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256, signatureOf } from './hash.mjs'
import { installLibraries } from './libraries.mjs'
import { cacheFolder, inRoot, toolchainNode } from './places.mjs'
import { run } from './run.mjs'
import { executableIn } from './runtime.mjs'
import { SetupError, say } from './say.mjs'

const library = inRoot('node_modules', 'better-sqlite3')
const placed = join(library, 'build', 'Release', 'better_sqlite3.node')
const placedStamp = `${placed}.source`

/** INT_MAX is what Node's headers call NAPI_VERSION_EXPERIMENTAL; those of npm's node-api-headers take it by number. */
const addonDefines = [
  'NAPI_VERSION=2147483647',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
]
const common = ['-O2', '-fPIC', '-DNDEBUG', '-w']
const sqliteFlags = [...common, '-std=c99']
const addonFlags = [...common, '-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden']
const experimentalHeader = inRoot('build', 'setup', 'node-api-experimental.h')
const linkFlags = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread', '-lm']

/** True when the module that Node will load suits this runtime. @param {string} runtime its folder */
export async function nativeModuleIsCurrent(runtime) {
  if (existsSync(placedStamp)) return readFileSync(placedStamp, 'utf8') === sourceKey()
  return !(await needsBuild(runtime))
}

/** @param {string} runtime the folder of Electron */
export async function installNativeModule(runtime) {
  if (await nativeModuleIsCurrent(runtime)) return
  const cached = join(cacheFolder(), 'native', sourceKey(), 'better_sqlite3.node')
  if (!isWhole(cached)) await build(cached, runtime)
  mkdirSync(dirname(placed), { recursive: true })
  copyFileSync(cached, `${placed}.new`)
  renameSync(`${placed}.new`, placed) // never written in place: another process may be running it
  writeFileSync(placedStamp, sourceKey())
}

/** The shipped module is enough when the runtime knows the Node-API version that it was built for. @param {string} runtime */
async function needsBuild(runtime) {
  const gyp = readFileSync(join(library, 'binding.gyp'), 'utf8')
  const required = Number(/NAPI_VERSION=(\d+)/.exec(gyp)?.[1])
  return (await nodeApiOf(runtime)) < required
}

/** Asks the runtime once; the answer is kept as long as its executable does not change. @param {string} runtime */
async function nodeApiOf(runtime) {
  const executable = executableIn(runtime)
  const memo = join(cacheFolder(), 'node-api', signatureOf('/', [executable]))
  if (existsSync(memo)) return Number(readFileSync(memo, 'utf8'))
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const answer = await run('Lecture de la version d’Electron', executable, ['-p', 'process.versions.napi'], { env })
  mkdirSync(dirname(memo), { recursive: true })
  writeFileSync(memo, answer.trim())
  return Number(answer)
}

/** Names the binary after all that it is made of: source, options, machine. */
function sourceKey() {
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))
  const defines = readFileSync(join(library, 'deps', 'defines.gypi'), 'utf8')
  const flags = [addonDefines, sqliteFlags, addonFlags, linkFlags, readFileSync(experimentalHeader, 'utf8')]
  return sha256(JSON.stringify([version, defines, flags, process.platform, process.arch])).slice(0, 32)
}

/** The cached binary is the one that was tried after its build. @param {string} file */
function isWhole(file) {
  if (!existsSync(file) || !existsSync(`${file}.sha256`)) return false
  return sha256(readFileSync(file)) === readFileSync(`${file}.sha256`, 'utf8')
}

/**
 * @param {string} target
 * @param {string} runtime
 */
async function build(target, runtime) {
  if (process.platform !== 'linux') {
    throw new SetupError(
      'Cette version d’Electron est trop ancienne pour better-sqlite3 : utilisez celle de package.json.',
    )
  }
  await installLibraries(['compiler'])
  say('SQLite : compilation pour cette version d’Electron (environ une minute, une fois)…')
  mkdirSync(dirname(target), { recursive: true })
  const work = mkdtempSync(join(dirname(target), 'build-'))
  try {
    const binary = await compile(work)
    await assertWorks(binary, toolchainNode)
    await assertWorks(binary, executableIn(runtime))
    renameSync(binary, target)
    writeFileSync(`${target}.sha256`, sha256(readFileSync(target)))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What binding.gyp asks for, in three commands: node-gyp would add Python, make and a download of headers. @param {string} work */
async function compile(work) {
  const sqlite = join(library, 'deps', 'sqlite3')
  const includes = ['node-api-headers/include', 'node-addon-api'].map((path) => `-I${inRoot('node_modules', path)}`)
  const objects = { sqlite: join(work, 'sqlite3.o'), addon: join(work, 'addon.o') }
  const binary = join(work, 'better_sqlite3.node')
  const defines = addonDefines.map((define) => `-D${define}`)
  await Promise.all([
    run('Compilation de SQLite', 'gcc', [
      ...sqliteFlags,
      ...sqliteDefines(readFileSync(join(library, 'deps', 'defines.gypi'), 'utf8')).map((define) => `-D${define}`),
      ...['-c', join(sqlite, 'sqlite3.c'), '-o', objects.sqlite],
    ]),
    run('Compilation de better-sqlite3', 'g++', [
      ...[...addonFlags, ...defines, ...includes, `-I${sqlite}`, '-include', experimentalHeader],
      ...['-c', join(library, 'src', 'better_sqlite3.cpp'), '-o', objects.addon],
    ]),
  ])
  await run('Assemblage de better-sqlite3', 'g++', ['-o', binary, objects.addon, objects.sqlite, ...linkFlags])
  return binary
}

/** The options of SQLite that better-sqlite3 chose, read from its own file. @param {string} gypi */
export function sqliteDefines(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z_0-9]+(?:=[^']*)?)',$/gm)].map((match) => String(match[1]))
}

/**
 * A binary that does not answer, or that does not survive garbage collection with open registers, is not kept.
 * @param {string} binary
 * @param {string} node a Node, or Electron as one
 */
async function assertWorks(binary, node) {
  const script =
    `const Database = require(${JSON.stringify(library)});` +
    `const open = () => new Database(':memory:', { nativeBinding: ${JSON.stringify(binary)} });` +
    `for (let i = 0; i < 200; i += 1) { const db = open(); db.function('f', (x) => x); db.prepare('select f(1)').get() }` +
    `gc();` +
    `setImmediate(() => process.exit(open().prepare('select 1 as one').get().one === 1 ? 0 : 1))`
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  await run('Essai de better-sqlite3', node, ['--expose-gc', '-e', script], { env, timeoutMs: 60_000 })
}
