import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertEtablissementsCites } from './importation'
import type { Fenetre } from './fenetre'
import { testRegistre } from './registre'

/** A register that knows the établissements which the legacy workbook cites, found by the window among its recent ones. */
export async function preparerImport(): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-import-'))
  const r = await testRegistre()
  await insertEtablissementsCites(r)
  r.context.session.close()
  const chemin = join(dossier, 'import.mlds')
  copyFileSync(join(r.dossier, 'essai.mlds'), chemin)
  r.close()
  mkdirSync(join(dossier, 'reglages'))
  writeFileSync(
    join(dossier, 'reglages', 'registres-recents.json'),
    JSON.stringify([{ chemin, nom: 'import', ouvertAt: '2026-11-22T10:00:00.000Z' }]),
  )
  return dossier
}

/** Holds files above the window as the user's mouse would: the page sees a trusted event, as from the desktop. */
export async function deposer(
  { page }: Fenetre,
  ...files: string[]
): Promise<{ survoler: () => Promise<void>; lacher: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files, dragOperationsMask: 1 } })
  return {
    survoler: async () => {
      await send('dragEnter')
      await send('dragOver')
    },
    lacher: async () => {
      await send('drop')
    },
  }
}
