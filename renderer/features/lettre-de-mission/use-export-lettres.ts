import {
  choisirDossier,
  choisirSortie,
  montrerFichier,
  ouvrirFichier,
} from '../../../shared/domain/fichier/fichier.contract'
import { exporterLettres, type LettresExportees } from '../../../shared/domain/lettre-de-mission/exportation.contract'
import { type FormatLettre, nomsFormat } from '../../../shared/domain/lettre-de-mission/format'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { lireLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { nomFichierLettre } from '../../../shared/domain/lettre-de-mission/nom-fichier'
import type { InputOf } from '../../../shared/ipc'
import { nomAuJour } from '../../../shared/nom-fichier'
import { compte } from '../../../shared/nombres'
import { auJour } from '../../ipc/au-jour'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'
import { sansEcraser } from './sans-ecraser'

/** Writes letters where the user says: a file each in a folder, all of them in one PDF, or a single letter. */
export function useExportLettres(anneeId: string) {
  const work = useLong(exporterLettres)

  const run = async (input: Omit<InputOf<typeof exporterLettres>, 'anneeId'>): Promise<void> => {
    const suite = await sansEcraser((remplacer) => work.run({ anneeId, ...input, remplacer }))
    if (suite === null) return
    const resultat = suite.fait
    if (resultat === undefined) notify.info('Export annulé. Les fichiers déjà écrits sont entiers.')
    else annoncer(resultat, input.format ?? 'pdf')
  }
  const guarded = (action: () => Promise<void>): Promise<void> => action().catch(notify.error)

  return {
    work,
    dossier: ({ ids, format = 'pdf' }: { ids?: string[]; format?: FormatLettre } = {}) =>
      guarded(async () => {
        const choisi = await call(choisirDossier, { titre: 'Choisir le dossier des lettres' })
        if (choisi) await run({ jetonDossier: choisi.jeton, format, ...(ids && { ids }) })
      }),
    fichierUnique: () =>
      guarded(async () => {
        const choisi = await call(choisirSortie, {
          but: 'lettres',
          nomPropose: nomAuJour(`Lettres de mission ${anneeId}.pdf`, auJour()),
        })
        if (choisi) await run({ jetonFichierUnique: choisi.jeton })
      }),
    lettre: (id: string, format: FormatLettre) =>
      guarded(async () => {
        const { agent, lettre, role } = await call(lireLettre, { id })
        const nom = nomFichierLettre(agent, lettre, accorder(role, agent.civilite), format)
        const choisi = await call(choisirSortie, {
          but: format === 'docx' ? 'lettreWord' : 'lettre',
          nomPropose: nomAuJour(nom, auJour()),
        })
        if (choisi) await run({ jetonFichierUnique: choisi.jeton, format, ids: [id] })
      }),
  }
}

export type ExportLettres = ReturnType<typeof useExportLettres>

function annoncer({ fichiers, lettres, aCorriger }: LettresExportees, format: FormatLettre): void {
  const [premier] = fichiers
  const reserve =
    aCorriger.length === 0 ? '' : ` ${compte(aCorriger.length, 'lettre reste', 'lettres restent')} à corriger.`
  const jeton = premier?.jeton ?? ''
  const ouvrir = {
    label: format === 'docx' ? 'Ouvrir le document' : 'Ouvrir le PDF',
    onClick: () => void call(ouvrirFichier, { jeton }).catch(notify.error),
  }
  const montrer = {
    label: 'Ouvrir le dossier',
    onClick: () => void call(montrerFichier, { jeton }).catch(notify.error),
  }
  notify.done(`${compte(lettres, 'lettre exportée', 'lettres exportées')} en ${nomsFormat[format]}.${reserve}`, {
    action: fichiers.length === 1 ? ouvrir : montrer,
  })
}
