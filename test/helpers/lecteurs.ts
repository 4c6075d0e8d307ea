import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Programs of others that read our documents back. A test of theirs is skipped where the program is not installed. */
const python = '/usr/bin/python3'

export const openpyxlInstalle = spawnSync(python, ['-c', 'import openpyxl']).status === 0
export const libreOfficeInstalle = spawnSync('soffice', ['--version']).status === 0

/** Runs a Python script, given as text, on a file; what it prints is JSON. */
export function lireAvecPython(script: string, fichier: string): unknown {
  const printed = execFileSync(python, ['-c', script, fichier], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONUTF8: '1' },
  })
  return JSON.parse(printed)
}

/** Every sheet of a workbook as LibreOffice reads it: name → CSV text. */
export function lireAvecLibreOffice(fichier: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'libreoffice-'))
  try {
    const options = '44,34,76,1,,0,false,true,false,false,false,-1'
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profil')).href}`,
        '--headless',
        '--convert-to',
        `csv:Text - txt - csv (StarCalc):${options}`,
        '--outdir',
        folder,
        fichier,
      ],
      { stdio: 'ignore', timeout: 90_000 },
    )
    const base = path.basename(fichier, path.extname(fichier))
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    return new Map(
      files.map((name) => [name.slice(base.length + 1, -4), readFileSync(path.join(folder, name), 'utf8')]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
