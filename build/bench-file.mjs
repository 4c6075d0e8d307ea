// Runs one benchmark written in TypeScript, with the imports that the rest of the project uses.
import { runnerImport } from 'vite'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('The benchmark to run is missing.')
await runnerImport(file, { logLevel: 'error' })
