import { useCallback, useEffect, useState } from 'react'
import { nomDepartement } from '../../../shared/departements'
import {
  apercevoirAnnuaire,
  importerAnnuaire,
  type ApercuAnnuaire,
  type RapportAnnuaire,
} from '../../../shared/domain/annuaire/annuaire.contract'
import { compte } from '../../../shared/nombres'
import { useLong } from '../../ipc/use-operation'
import { useAnnulerImport } from '../../journal/annuler-import'
import { notify } from '../../ui/notice'

/** What the user wants of the file; none and null: the académie of the register, all kinds but schools. */
export interface ChoixAnnuaire {
  departements: string[]
  types: 'tous' | string[] | null
  fermerAbsents: boolean
}

/** Reads the file at once and whenever the choice changes; imports what was shown. */
export function useImportAnnuaire(jeton: string, choix: ChoixAnnuaire) {
  const lecture = useLong(apercevoirAnnuaire)
  const ecriture = useLong(importerAnnuaire)
  const annulerImport = useAnnulerImport()
  const [apercu, setApercu] = useState<ApercuAnnuaire>()
  const [erreur, setErreur] = useState<Error>()
  const { run, cancel } = lecture

  const relire = useCallback((): void => {
    setErreur(undefined)
    run({ jeton, ...choix }).then(
      (lu) => lu && setApercu(lu),
      (error: unknown) => setErreur(error as Error),
    )
  }, [run, jeton, choix])

  useEffect(() => {
    relire()
    return cancel
  }, [relire, cancel])

  const importer = async (): Promise<boolean> => {
    try {
      const rapport = await ecriture.run({ jeton, ...choix, ...(apercu && { empreinte: apercu.empreinte }) })
      if (!rapport) notify.info('Import annulé : rien n’a été écrit dans le registre.')
      else notify.done(direFait(rapport), { action: await annulerImport() })
      return rapport !== undefined
    } catch (error) {
      notify.error(error)
      return false
    }
  }
  return { apercu, erreur, lecture, ecriture, relire, importer }
}

function direFait({ nouvelles, modifiees, fermees }: RapportAnnuaire): string {
  const parts = [
    nouvelles > 0 && compte(nouvelles, 'établissement ajouté', 'établissements ajoutés'),
    modifiees > 0 && compte(modifiees, 'mis à jour', 'mis à jour'),
    fermees > 0 && compte(fermees, 'marqué comme fermé', 'marqués comme fermés'),
  ].filter((part) => part !== false)
  return `Annuaire importé : ${parts.join(', ')}.`
}

/** « académie de Rennes, sauf les écoles », « Ille-et-Vilaine, tous les types ». */
export function direPerimetre({ departements, types }: ChoixAnnuaire, academie: string): string {
  const lieu = departements.length === 0 ? `académie : ${academie}` : departements.map(nomDepartement).join(', ')
  if (types === null) return `${lieu}, sauf les écoles`
  return types === 'tous' ? `${lieu}, tous les types` : `${lieu}, ${types.join(', ')}`
}
