import type { RapportImport } from '../../../shared/domain/importation/importation.contract'
import { compte } from '../../../shared/nombres'
import { useAnnulation } from '../../journal/annulation'
import { confirm } from '../../ui/dialog'

/** Undoes an import from its report, as one step of the journal; records edited since are kept, and named. */
export function useDefaireImport({ etapeSeq, nomFichier, nombreFiches }: RapportImport) {
  const { annuler, enCours } = useAnnulation()
  const defaire = async (): Promise<void> => {
    const accord = await confirm({
      title: 'Annuler cet import\u00a0?',
      message: `Ce que «\u00a0${nomFichier}\u00a0» avait écrit est retiré du registre, en une fois. Cela se rétablit depuis le journal.`,
      consequences: [
        `${compte(nombreFiches, 'fiche revient à son', 'fiches reviennent à leur')} état d’avant l’import`,
        'celles que vous avez modifiées depuis restent comme elles sont, et vous sont nommées',
      ],
      action: 'Annuler l’import',
      tone: 'danger',
    })
    if (accord) annuler(etapeSeq)
  }
  return { defaire, enCours }
}
