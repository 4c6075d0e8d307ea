import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProcessContext } from '../../electron/register/context'
import { creerDemonstration } from '../../shared/domain/demonstration/demonstration.contract'
import { ouvrirFenetre, type Fenetre } from './fenetre'
import { testRegistre } from './registre'

type Options = Omit<NonNullable<Parameters<typeof ouvrirFenetre>[0]>, 'dossier'>

/** The real window on the demonstration register, its list of agents shown. */
export async function ouvrirDemonstration(options: Options = {}): Promise<Fenetre> {
  const fenetre = await ouvrirFenetre({ dossier: await dossierDeDemonstration(), ...options })
  fenetre.page.setDefaultTimeout(10_000)
  await fenetre.page.getByRole('heading', { level: 1 }).waitFor()
  await fenetre.page.evaluate(() => {
    location.hash = '#/agents'
  })
  await fenetre.page.locator('[role=grid] [role=row][aria-rowindex="2"]').waitFor()
  return fenetre
}

/** A demonstration register made in this process, in a folder where the window finds it among its recent ones. */
export async function dossierDeDemonstration(overrides: Partial<ProcessContext> = {}): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-demo-'))
  const r = await testRegistre(overrides)
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
