import {
  choisirDossier,
  choisirSortie,
  montrerFichier,
  ouvrirFichier,
} from '../../../shared/domain/fichier/fichier.contract'
import {
  exporterLettres,
  type LettresExportees,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { InputOf } from '../../../shared/ipc'
import { nomAuJour } from '../../../shared/nom-fichier'
import { compte } from '../../../shared/nombres'
import { auJour } from '../../ipc/au-jour'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'

/** Prints letters where the user says: one PDF each in a folder, all of them in one file, or a single letter. */
export function useExportLettres(anneeId: string) {
  const work = useLong(exporterLettres)

  const run = async (input: Omit<InputOf<typeof exporterLettres>, 'anneeId'>): Promise<void> => {
    const resultat = await work.run({ anneeId, ...input })
    if (resultat === undefined) notify.info('Export annulé. Les fichiers déjà écrits sont entiers.')
    else annoncer(resultat)
  }
  const guarded = (action: () => Promise<void>): Promise<void> => action().catch(notify.error)

  return {
    work,
    dossier: (ids?: string[]) =>
      guarded(async () => {
        const choisi = await call(choisirDossier, { titre: 'Choisir le dossier des lettres' })
        if (choisi) await run({ jetonDossier: choisi.jeton, ...(ids && { ids }) })
      }),
    fichierUnique: () =>
      guarded(async () => {
        const choisi = await call(choisirSortie, {
          but: 'lettres',
          nomPropose: nomAuJour(`Lettres de mission ${anneeId}.pdf`, auJour()),
        })
        if (choisi) await run({ jetonFichierUnique: choisi.jeton })
      }),
    lettre: (id: string, agent: string) =>
      guarded(async () => {
        const choisi = await call(choisirSortie, {
          but: 'lettre',
          nomPropose: nomAuJour(`${agent} - Lettre de mission ${anneeId}.pdf`, auJour()),
        })
        if (choisi) await run({ jetonFichierUnique: choisi.jeton, ids: [id] })
      }),
  }
}

export type ExportLettres = ReturnType<typeof useExportLettres>

function annoncer({ fichiers, lettres, aCorriger }: LettresExportees): void {
  const [premier] = fichiers
  const reserve =
    aCorriger.length === 0 ? '' : ` ${compte(aCorriger.length, 'lettre reste', 'lettres restent')} à corriger.`
  const jeton = premier?.jeton ?? ''
  const ouvrir = { label: 'Ouvrir le PDF', onClick: () => void call(ouvrirFichier, { jeton }).catch(notify.error) }
  const montrer = {
    label: 'Ouvrir le dossier',
    onClick: () => void call(montrerFichier, { jeton }).catch(notify.error),
  }
  notify.done(`${compte(lettres, 'lettre exportée', 'lettres exportées')} en PDF.${reserve}`, {
    action: fichiers.length === 1 ? ouvrir : montrer,
  })
}
