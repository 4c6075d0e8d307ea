import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { creerDemonstration } from '../../shared/domain/demonstration/demonstration.contract'
import { testRegistre } from './registre'

/** A folder whose window opens on the demonstration register: made in this process, then found among the recent ones. */
export async function dossierDeDemonstration(): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-demo-'))
  const r = await testRegistre()
  const source = join(r.dossier, 'demo.mlds')
  const chemin = join(dossier, 'demo.mlds')
  await r.call(creerDemonstration, { jeton: r.grant(source) })
  r.context.session.close()
  copyFileSync(source, chemin)
  r.close()
  const reglages = join(dossier, 'reglages')
  mkdirSync(reglages)
  writeFileSync(
    join(reglages, 'registres-recents.json'),
    JSON.stringify([{ chemin, nom: 'demo', ouvertAt: '2026-11-22T10:00:00.000Z' }]),
  )
  return dossier
}
