// The walls of design/architecture.md § 2, and the house style. The import zones are computed from the folders:
// a new feature is fenced the day its folder is created.
import { importX, createNodeResolver } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { existsSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** @param {string} folder */
const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

/**
 * `target` may import nothing from `from`.
 * @param {string} target
 * @param {string[]} from
 * @param {string} message
 */
const wall = (target, from, message) => ({ target, from, message })

/** @param {string} parent the folder of the features, each one closed to its siblings */
const siblings = (parent) =>
  foldersIn(parent).map((name) => ({
    target: `${parent}/${name}`,
    from: parent,
    except: [`./${name}`],
    message: 'Une tranche n’importe jamais sa voisine : ce qui est commun va dans shared/domain.',
  }))

const electronFolders = foldersIn('electron').map((name) => `electron/${name}`)
const zones = [
  wall('shared', ['electron', 'renderer', 'build', 'test'], 'shared/ ne dépend d’aucun processus.'),
  wall('renderer', ['electron', 'build', 'test'], 'La fenêtre ne connaît que shared/ et le port.'),
  wall('electron', ['renderer', 'build', 'test'], 'Les processus ne connaissent pas la fenêtre.'),
  wall(
    'electron/documents',
    ['shared/domain', ...electronFolders.filter((folder) => folder !== 'electron/documents')],
    'documents/ décrit des documents et ne connaît aucun mot du métier.',
  ),
  wall('electron/database', ['electron/features'], 'database/ ne connaît aucune tranche.'),
  wall('electron/cli', ['electron/features', 'electron/database'], 'Le terminal appelle les opérations par le port.'),
  wall('electron/shell', ['electron/features', 'electron/database'], 'shell/ ne parle qu’à Electron et au port.'),
  wall('renderer/ui', ['shared/domain', 'renderer/features'], 'renderer/ui ne connaît aucun mot du métier.'),
  ...siblings('electron/features'),
  ...siblings('renderer/features'),
]

const nodeModules = ['node:.*', ...builtinModules]
const processPackages = ['electron', 'better-sqlite3', 'kysely', 'exceljs']
/**
 * @param {string[]} packages whole names, or `node:.*`
 * @param {string} message
 * @returns {import('eslint').Linter.RulesRecord}
 */
const refusedPackages = (packages, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(${packages.join('|')})(/.*)?$`, message }] }],
})

const dangerousSyntax = [
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Aucun HTML composé à la main dans la fenêtre.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Aucun HTML composé à la main dans la fenêtre.',
  },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: 'Aucun HTML composé à la main.' },
]
const newWindow = {
  selector: 'NewExpression[callee.name="BrowserWindow"]',
  message: 'Les fenêtres naissent dans electron/shell, avec toutes leurs protections.',
}

export default defineConfig(
  { ignores: ['out', 'release', 'coverage', 'sortie', 'test/fixtures'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['*/tsconfig.json', 'electron/tsconfig.preload.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...dangerousSyntax, newWindow],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Matters of taste, or false alarms on Kysely's and fast-check's builders.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    files: ['shared/**'],
    rules: refusedPackages(
      [...nodeModules, ...processPackages, 'react', 'react-dom', '@mantine/.*'],
      'shared/ ne connaît ni Node ni la page.',
    ),
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      ...refusedPackages([...nodeModules, ...processPackages], 'La fenêtre n’a ni Node ni base de données.'),
      // The first two speak for React's compiler, which is not used here; the third refuses to read data on arrival.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/refs': 'off',
      'react-hooks/set-state-in-effect': 'off',
      // A component is mostly its markup.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**'],
    rules: refusedPackages(['electron'], 'Seuls main, preload et shell/ parlent à Electron.'),
  },
  { files: ['electron/shell/**'], rules: { 'no-restricted-syntax': ['error', ...dangerousSyntax] } },
  { files: ['electron/database/migrations/**', 'shared/domain/**/*.donnees.ts'], rules: { 'max-lines': 'off' } },
  {
    // A describe is one long function, and vitest's asymmetric matchers (`expect.any`) are of type any.
    files: ['test/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    // Plain JavaScript with JSDoc types: what JSON.parse and child processes give has none.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
)
