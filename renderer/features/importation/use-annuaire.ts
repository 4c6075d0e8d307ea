import { useCallback, useEffect, useState } from 'react'
import { nomDepartement } from '../../../shared/departements'
import {
  apercevoirAnnuaire,
  importerAnnuaire,
  type ApercuAnnuaire,
  type RapportAnnuaire,
} from '../../../shared/domain/annuaire/annuaire.contract'
import type { Correction } from '../../../shared/domain/importation/classeur'
import { compte } from '../../../shared/nombres'
import { useLong } from '../../ipc/use-operation'
import { useAnnulerImport } from '../../journal/annuler-import'
import { notify } from '../../ui/notice'

/** What the user wants of the file; no département and null types: the académie of the register, all kinds but schools. */
export interface ChoixAnnuaire {
  departements: readonly string[]
  types: 'tous' | readonly string[] | null
  fermerAbsents: boolean
  corrections: readonly Correction[]
  /** Unticked lines, by their `cle`. */
  exclues: readonly string[]
}

export const choixAnnuaireVide: ChoixAnnuaire = {
  departements: [],
  types: null,
  fermerAbsents: true,
  corrections: [],
  exclues: [],
}

const entreeDe = ({ departements, types, fermerAbsents, corrections }: Omit<ChoixAnnuaire, 'exclues'>) => ({
  departements: [...departements],
  types: typeof types === 'object' && types !== null ? [...types] : types,
  fermerAbsents,
  corrections: corrections.map(({ cellule, valeur }) => ({ cellule, valeur })),
})

/** Reads the file at once and whenever the choice changes; imports what was shown. */
export function useAnnuaire(
  jeton: string,
  { exclues, departements, types, fermerAbsents, corrections }: ChoixAnnuaire,
) {
  const lecture = useLong(apercevoirAnnuaire)
  const ecriture = useLong(importerAnnuaire)
  const annulerImport = useAnnulerImport()
  const [lu, setLu] = useState<{ apercu: ApercuAnnuaire; corrections: readonly Correction[] }>()
  const apercu = lu?.apercu
  const [erreur, setErreur] = useState<Error>()
  const { run, cancel } = lecture

  // Ticking a line does not read the file again.
  const relire = useCallback((): void => {
    setErreur(undefined)
    run({ jeton, ...entreeDe({ departements, types, fermerAbsents, corrections }) }).then(
      (nouveau) => nouveau && setLu({ apercu: nouveau, corrections }),
      (error: unknown) => setErreur(error as Error),
    )
  }, [run, jeton, departements, types, fermerAbsents, corrections])

  useEffect(() => {
    relire()
    return cancel
  }, [relire, cancel])

  /** The identifier of the import, or undefined when nothing was written. */
  const importer = async (): Promise<string | undefined> => {
    try {
      const rapport = await ecriture.run({
        jeton,
        ...entreeDe({ departements, types, fermerAbsents, corrections }),
        exclues: [...exclues],
        ...(apercu && { empreinte: apercu.empreinte }),
      })
      if (!rapport) notify.info('Import annulé : rien n’a été écrit dans le registre.')
      else notify.done(direFait(rapport), { action: await annulerImport() })
      return rapport?.importId
    } catch (error) {
      notify.error(error)
      relire()
      return undefined
    }
  }
  return { apercu, corrections: lu?.corrections ?? corrections, erreur, lecture, ecriture, relire, importer }
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
