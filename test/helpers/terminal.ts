import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronSwitches } from '../../build/launch/switches.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Sortie {
  code: number
  stdout: string
  stderr: string
}

/** The command line as `npm start -- …` runs it, on the real Electron, in a folder and with settings of its own. */
export function terminal(dossier = mkdtempSync(join(tmpdir(), 'registre-terminal-'))) {
  const executable = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '',
    process.platform === 'win32' ? 'electron.exe' : 'electron',
  )
  const lancer = (...mots: string[]): Promise<Sortie> =>
    new Promise((resolve) => {
      const args = [...electronSwitches(), `--user-data-dir=${join(dossier, 'reglages')}`, root, ...mots]
      execFile(
        executable,
        args,
        { cwd: dossier, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
        },
      )
    })
  return { dossier, lancer }
}
